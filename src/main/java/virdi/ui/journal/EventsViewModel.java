package virdi.ui.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import virdi.model.BrokerEvent;
import virdi.telemetry.EventPage;
import virdi.ui.sign.Figures;

/**
 * The events list: newest first, filtered, pausable. One thread, the FX thread in the window.
 *
 * <p>Each event becomes a row once; a new page only adds the rows of its new events.
 */
final class EventsViewModel {
    private final List<EventRow> all = new ArrayList<>(); // oldest first
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    private EventFilter filter = EventFilter.ALL;
    private EventPage newest = EventPage.NONE;
    private long lastSequence;
    private boolean paused;

    /** Shows the newest page; the same instance again costs nothing. */
    void show(EventPage page) {
        if (!page.equals(newest)) {
            newest = page;
            update();
        }
    }

    void setFilter(EventFilter next) {
        filter = next;
        List<EventRow> passing = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (filter.passes(all.get(i))) {
                passing.add(all.get(i));
            }
        }
        rows.setAll(passing);
        showStatus();
    }

    /** Pauses the list, or shows the events since it was paused. */
    void setPaused(boolean hold) {
        paused = hold;
        update();
    }

    /** The rows that pass the filter, newest first. */
    ObservableList<EventRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** The numbers of shown, dropped and new events. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    private void update() {
        if (!paused) {
            List<EventRow> added = unseen(newest);
            all.addAll(added);
            List<EventRow> passing =
                    new ArrayList<>(added.stream().filter(filter::passes).toList());
            Collections.reverse(passing);
            rows.addAll(0, passing);
            forget();
        }
        showStatus();
    }

    private List<EventRow> unseen(EventPage page) {
        List<EventRow> added = new ArrayList<>();
        List<BrokerEvent> events = page.events();
        int first = events.size();
        while (first > 0 && events.get(first - 1).sequence() > lastSequence) {
            first--;
        }
        for (BrokerEvent event : events.subList(first, events.size())) {
            long missing = event.sequence() - lastSequence - 1;
            // Events dropped before this window opened are no gap.
            if (missing > 0 && !(all.isEmpty() && added.isEmpty())) {
                added.add(EventRow.gap(missing, event.sequence()));
            }
            added.add(EventRow.of(event));
            lastSequence = event.sequence();
        }
        return added;
    }

    /** Keeps as many rows as a page has events. */
    private void forget() {
        int excess = all.size() - EventPage.MOST;
        if (excess > 0) {
            all.subList(0, excess).clear();
            long oldest = all.getFirst().sequence();
            int keep = rows.size();
            while (keep > 0 && rows.get(keep - 1).sequence() < oldest) {
                keep--;
            }
            rows.remove(keep, rows.size());
        }
    }

    private void showStatus() {
        long waiting = newest.events().isEmpty() ? 0 : newest.events().getLast().sequence() - lastSequence;
        String text = rows.size() == all.size()
                ? Figures.count(all.size(), "event")
                : Figures.units(rows.size()) + " of " + Figures.count(all.size(), "event");
        if (newest.dropped() > 0) {
            text += " · " + Figures.units(newest.dropped()) + " dropped";
        }
        if (paused) {
            text += " · paused, " + Figures.units(waiting) + " new";
        }
        status.set(text);
    }
}
