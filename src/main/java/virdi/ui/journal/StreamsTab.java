package virdi.ui.journal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.ui.kit.SearchField;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Sign;
import virdi.ui.sign.StateText;

/** Every open stream in a table; FX thread only. */
final class StreamsTab extends BorderPane {
    private final LiveRows<StreamId, StreamView> rows = new LiveRows<>(StreamView::id);
    private final LiveTable<StreamId, StreamView> table = new LiveTable<>(rows, "No stream is open");
    private final Selection<Target> selection;
    private final Label status = new Label();
    private boolean following;

    StreamsTab(Selection<Target> selection) {
        this.selection = selection;
        table.setId("streams-table");
        table.words("Kind", 90, it -> it.kind().word())
                .words("Client", 140, it -> it.state().peer().client().value())
                .words("Name", 140, StreamView::label)
                .words("Resource", 110, it -> it.state().resource().value())
                .state("State", 190, it -> Sign.of(it.flow()), StateText::of)
                .figures("Actual", 90, StreamView::actualPerMinute, Figures::rate)
                .figures("Possible", 90, StreamView::possiblePerMinute, Figures::rate)
                .figures("Units", 100, StreamView::units, Figures::units)
                .figures("Messages", 90, StreamView::messages, Figures::units)
                .figures("Age", 100, StreamView::ageNanos, Figures::duration);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<LiveRow<StreamId, StreamView>>)
                change -> selected());
        selection.onChange(this::follow);
        var search = new SearchField("Filter: kind, client, name, resource, state");
        search.setId("streams-filter");
        search.textProperty().subscribe((before, after) -> {
            quietly(() -> rows.setFilter(it -> StreamFilter.passes(it, after)));
            showCount();
        });
        status.getStyleClass().add("muted");
        var bar = new HBox(search, status);
        bar.getStyleClass().add("journal-bar");
        setTop(bar);
        setCenter(table);
    }

    void show(Frame frame) {
        quietly(() -> rows.show(frame.streams(), frame.nanos()));
        showCount();
    }

    private void showCount() {
        int listed = rows.listed().size();
        String text = listed == rows.size()
                ? Figures.count(listed, "stream")
                : Figures.units(listed) + " of " + Figures.count(rows.size(), "stream");
        if (!text.equals(status.getText())) {
            status.setText(text);
        }
    }

    /** Changes rows while the table's own change of selection is ignored: it selects another row when one goes. */
    private void quietly(BooleanSupplier change) {
        following = true;
        boolean changed = change.getAsBoolean();
        following = false;
        if (changed) {
            follow();
        }
    }

    private void selected() {
        if (following) {
            return;
        }
        Set<Target> chosen = new LinkedHashSet<>();
        for (LiveRow<StreamId, StreamView> row : table.getSelectionModel().getSelectedItems()) {
            if (row != null) {
                chosen.add(new Target.OneStream(row.key()));
            }
        }
        if (!chosen.isEmpty()) {
            following = true;
            selection.selectAll(chosen);
            following = false;
        }
    }

    private void follow() {
        if (following) {
            return;
        }
        following = true;
        TableView.TableViewSelectionModel<LiveRow<StreamId, StreamView>> model = table.getSelectionModel();
        model.clearSelection();
        if (!selection.isEmpty()) {
            int[] chosen = IntStream.range(0, rows.listed().size())
                    .filter(it -> selection.contains(
                            new Target.OneStream(rows.listed().get(it).key())))
                    .toArray();
            if (chosen.length > 0) {
                model.selectIndices(chosen[0], chosen);
            }
        }
        following = false;
    }
}
