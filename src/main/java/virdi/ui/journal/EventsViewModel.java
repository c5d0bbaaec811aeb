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
 * <p>Each event is told once, when it is first seen; a new page only adds its new events to what stands there.
 */
final class EventsViewModel {
    private final List<EventRow> all = new ArrayList<>(); // oldest first
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    private EventFilter filter = EventFilter.ALL;
    private EventPage newest = EventPage.NONE;
    private long lastSequence;
    private boolean paused;

    /** Takes the newest page; the same instance again costs nothing. */
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

    /** Holds the list still; what happens meanwhile is shown when it goes on. */
    void setPaused(boolean hold) {
        paused = hold;
        update();
    }

    /** What is shown, newest first. */
    ObservableList<EventRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** How much is shown and how much is not. */
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
            // What was let go before this window opened was never missed by it.
            if (missing > 0 && !(all.isEmpty() && added.isEmpty())) {
                added.add(EventRow.gap(missing, event.sequence()));
            }
            added.add(EventRow.of(event));
            lastSequence = event.sequence();
        }
        return added;
    }

    /** Keeps as many rows as a page holds: what the sampler has let go, the list lets go. */
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
