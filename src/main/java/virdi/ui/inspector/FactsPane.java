package virdi.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import virdi.ui.inspector.Sheet.Group;
import virdi.ui.inspector.Sheet.SheetEntry;

/** Names on the left, values on the right; FX thread only. Rows are made anew only when the names change. */
final class FactsPane extends GridPane {
    private final List<Label> values = new ArrayList<>();
    private List<String> names = List.of();

    FactsPane() {
        getStyleClass().add("facts");
    }

    void show(List<Group> groups) {
        List<String> wanted = groups.stream()
                .flatMap(group -> Stream.concat(
                        Stream.of(group.heading()), group.facts().stream().map(SheetEntry::name)))
                .toList();
        if (!wanted.equals(names)) {
            names = wanted;
            make(groups);
        }
        int i = 0;
        for (Group group : groups) {
            for (SheetEntry fact : group.facts()) {
                Label value = values.get(i++);
                if (!fact.value().equals(value.getText())) {
                    value.setText(fact.value());
                }
            }
        }
    }

    private void make(List<Group> groups) {
        getChildren().clear();
        values.clear();
        int row = 0;
        for (Group group : groups) {
            if (!group.heading().isEmpty()) {
                var heading = new Label(group.heading());
                heading.getStyleClass().add("section-title");
                add(heading, 0, row++, 2, 1);
            }
            for (SheetEntry fact : group.facts()) {
                var name = new Label(fact.name());
                name.getStyleClass().add("muted");
                name.setMinWidth(USE_PREF_SIZE);
                var value = new Label();
                value.setWrapText(true);
                value.getStyleClass().add("fact-value");
                GridPane.setHgrow(value, Priority.ALWAYS);
                GridPane.setHalignment(value, HPos.RIGHT);
                if (!fact.explanation().isEmpty()) {
                    name.setTooltip(new Tooltip(fact.explanation()));
                    value.setTooltip(new Tooltip(fact.explanation()));
                }
                values.add(value);
                addRow(row++, name, value);
            }
        }
    }
}
