package virdi.ui.journal;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.kit.SearchField;
import virdi.ui.kit.Selection;

/** The events, newest first; FX thread only. A click on a line selects its stream, resource or client. */
final class EventsTab extends BorderPane {
    private final EventsViewModel vm = new EventsViewModel();
    private final Selection<Target> selection;
    private final ListView<EventRow> list = new ListView<>(vm.rows());
    private final SearchField search = new SearchField("Filter: iron client:mine-4 kind:ended");
    private final Map<EventTopic, CheckBox> topics = new EnumMap<>(EventTopic.class);
    private final CheckBox attention = new CheckBox("Only trouble");
    private Frame frame = Frame.EMPTY;

    EventsTab(Selection<Target> selection) {
        this.selection = selection;
        list.setId("events-list");
        list.getStyleClass().addAll("journal-list", "dense");
        list.setFixedCellSize(JournalLine.HEIGHT);
        list.setPlaceholder(new Label("Nothing has happened yet, or nothing passes the filter"));
        list.setCellFactory(it -> new Cell());
        list.setOnMouseClicked(event -> follow());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                follow();
            }
        });
        setTop(bar());
        setCenter(list);
    }

    void show(Frame next) {
        frame = next;
        vm.show(next.events());
    }

    private HBox bar() {
        search.setId("events-filter");
        // In a narrow window this shrinks, not the words beside it.
        search.setMinWidth(140);
        search.setTooltip(
                new Tooltip("All words must occur. kind: client: resource: consumer: status: search one field;"
                        + " -word excludes; quotes keep words together"));
        search.textProperty().subscribe((before, after) -> filter());
        var bar = new HBox(search);
        bar.getStyleClass().add("journal-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        for (EventTopic topic : EventTopic.values()) {
            var box = new CheckBox(topic.words());
            box.setId("topic-" + topic.words().toLowerCase(Locale.ROOT));
            box.setTooltip(new Tooltip(topic.explanation()));
            box.setSelected(true);
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.selectedProperty().subscribe((before, after) -> filter());
            topics.put(topic, box);
            bar.getChildren().add(box);
        }
        attention.setId("events-attention");
        attention.setMinWidth(Region.USE_PREF_SIZE);
        attention.selectedProperty().subscribe((before, after) -> filter());
        var pause = new ToggleButton("Pause");
        pause.setId("events-pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.getStyleClass().add("small");
        pause.selectedProperty().subscribe((before, after) -> {
            vm.setPaused(after);
            pause.setText(after ? "Go on" : "Pause");
        });
        var status = new Label();
        status.setId("events-status");
        status.setMinWidth(Region.USE_PREF_SIZE);
        status.getStyleClass().add("muted");
        status.textProperty().bind(vm.statusProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().addAll(attention, space, status, pause);
        return bar;
    }

    private void filter() {
        Set<EventTopic> wanted = EnumSet.noneOf(EventTopic.class);
        topics.forEach((topic, box) -> {
            if (box.isSelected()) {
                wanted.add(topic);
            }
        });
        vm.setFilter(EventFilter.of(wanted, attention.isSelected(), search.getText()));
    }

    private void follow() {
        EventRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            row.target(frame).ifPresent(selection::select);
        }
    }

    private static final class Cell extends ListCell<EventRow> {
        private final JournalLine line = new JournalLine();

        @Override
        protected void updateItem(@Nullable EventRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                line.show(row.time(), row.sign(), row.sentence(), "");
                setGraphic(line);
            }
        }
    }
}
