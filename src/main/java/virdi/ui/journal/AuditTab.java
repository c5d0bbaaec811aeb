package virdi.ui.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import virdi.control.OperatorControl;
import virdi.model.AuditEntry;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.Tone;

/** The commands of operators, newest first, with those of earlier runs; FX thread only. */
final class AuditTab extends BorderPane {
    private static final Sign DONE = new Sign(SignShape.DISC, Tone.GOOD);
    private static final Sign REFUSED = new Sign(SignShape.CROSS, Tone.WARNING);

    private final OperatorControl desk;
    private final ListView<AuditEntry> list = new ListView<>();
    private List<AuditEntry> shown = List.of();

    AuditTab(OperatorControl desk) {
        this.desk = desk;
        list.setId("audit-list");
        list.getStyleClass().addAll("journal-list", "dense");
        list.setFixedCellSize(JournalLine.HEIGHT);
        list.setPlaceholder(new Label("No operator has done anything yet"));
        list.setCellFactory(it -> new Cell());
        setCenter(list);
    }

    /** Reads the new entries. */
    void update() {
        List<AuditEntry> audit = desk.audit();
        if (!audit.equals(shown)) {
            shown = audit;
            list.getItems().setAll(audit);
        }
    }

    private static final class Cell extends ListCell<AuditEntry> {
        private static final DateTimeFormatter DAY_AND_TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

        private final JournalLine line = new JournalLine();

        /** With the day, since the list keeps commands of earlier runs. */
        private static String time(long epochMillis) {
            return DAY_AND_TIME.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneId.systemDefault()));
        }

        @Override
        protected void updateItem(@Nullable AuditEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
            } else {
                line.show(
                        time(entry.epochMillis()),
                        entry.done() ? DONE : REFUSED,
                        entry.act(),
                        entry.done() && entry.outcome().equals(entry.act()) ? "" : entry.outcome());
                setGraphic(line);
            }
        }
    }
}
