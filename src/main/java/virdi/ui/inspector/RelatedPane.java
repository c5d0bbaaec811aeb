package virdi.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.ui.inspector.Sheet.Related;
import virdi.ui.sign.SignMark;

/** Lines that lead to related streams, tanks and clients; FX thread only. Lines are reused. */
final class RelatedPane extends VBox {
    private final Consumer<Target> go;
    private final List<Line> lines = new ArrayList<>();

    RelatedPane(Consumer<Target> go) {
        this.go = go;
        getStyleClass().add("related");
    }

    void show(List<Related> wanted) {
        while (lines.size() < wanted.size()) {
            lines.add(new Line());
        }
        if (getChildren().size() != wanted.size()) {
            getChildren().setAll(lines.subList(0, wanted.size()));
        }
        for (int i = 0; i < wanted.size(); i++) {
            lines.get(i).write(wanted.get(i));
        }
    }

    private final class Line extends HBox {
        private final SignMark mark = new SignMark();
        private final Label name = new Label();
        private final Label words = new Label();
        private final Label figure = new Label();
        private @Nullable Related shown;

        Line() {
            getStyleClass().add("related-line");
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            words.getStyleClass().add("muted");
            figure.getStyleClass().add("figure");
            figure.setMinWidth(USE_PREF_SIZE);
            words.setMinWidth(USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            getChildren().addAll(mark, name, words, space, figure);
            setOnMouseClicked(event -> follow());
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    follow();
                    event.consume();
                }
            });
        }

        void write(Related next) {
            if (!next.equals(shown)) {
                shown = next;
                mark.show(next.sign());
                name.setText(next.name());
                words.setText(next.words());
                figure.setText(next.figure());
            }
        }

        private void follow() {
            if (shown != null) {
                go.accept(shown.target());
            }
        }
    }
}
