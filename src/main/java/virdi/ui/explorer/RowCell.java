package virdi.ui.explorer;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.ui.sign.SignMark;

/** A line of a list: sign, name, note. FX thread only. Rewrites itself when the rows' revision rises. */
final class RowCell extends ListCell<Target> {
    /** The name keeps a few letters. */
    private static final double NAME_LEAST = 48;

    /** The note keeps most of its text. */
    private static final double NOTE_LEAST = 56;

    private final RowList rows;
    private final SignMark mark = new SignMark();
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox line;

    RowCell(RowList rows) {
        this.rows = rows;
        getStyleClass().add("explorer-cell");
        name.getStyleClass().add("name");
        note.getStyleClass().addAll("note", "tone-text");
        note.setMinWidth(NOTE_LEAST);
        note.setAlignment(Pos.CENTER_RIGHT);
        name.setMinWidth(NAME_LEAST);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(mark, name, space, note);
        line.getStyleClass().add("line");
        // Long names give way, not the list: no horizontal scrolling.
        line.setMinWidth(0);
        line.setPrefWidth(0);
        rows.revision().subscribe((before, after) -> write(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Target target, boolean empty) {
        super.updateItem(target, empty);
        setGraphic(empty || target == null ? null : line);
        write(empty ? null : target);
    }

    private void write(@Nullable Target target) {
        ExplorerRow row = target == null ? null : rows.row(target);
        if (row != null) {
            mark.show(row.sign());
            name.setText(row.name());
            note.setText(row.note());
            row.noteTone().dress(note);
            setAccessibleText(row.name() + ", " + row.note());
        }
    }
}
