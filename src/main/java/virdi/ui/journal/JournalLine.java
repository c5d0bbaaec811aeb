package virdi.ui.journal;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignMark;

/** A line of the events and audit lists: time, sign, sentence and a muted note. FX thread only. */
final class JournalLine extends HBox {
    static final double HEIGHT = 26;

    private final Label time = new Label();
    private final SignMark mark = new SignMark();
    private final Label sentence = new Label();
    private final Label aside = new Label();

    JournalLine() {
        getStyleClass().add("journal-line");
        setAlignment(Pos.CENTER_LEFT);
        time.getStyleClass().addAll("muted", "mono");
        time.setMinWidth(USE_PREF_SIZE);
        aside.getStyleClass().add("muted");
        getChildren().addAll(time, mark, sentence, aside);
    }

    void show(String at, Sign sign, String text, String quietly) {
        time.setText(at);
        mark.show(sign);
        sentence.setText(text);
        aside.setText(quietly);
    }
}
