package virdi.ui.journal;

import java.util.List;
import java.util.function.ToLongFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import virdi.model.Ledger;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignMark;

/** The conservation of every resource; FX thread only. */
final class LedgerTab extends BorderPane {
    private final LiveRows<ResourceId, ResourceView> rows = new LiveRows<>(ResourceView::id);
    private final SignMark mark = new SignMark(Sign.of(Severity.GOOD));
    private final Label verdict = new Label();

    LedgerTab(Selection<Target> selection) {
        var table = new LiveTable<>(rows, "No resource yet");
        table.setId("ledger-table");
        table.words("Resource", 150, it -> it.id().value());
        column(table, "Opening", Ledger::opening);
        column(table, "+ Accepted", Ledger::accepted);
        column(table, "+ Injected", Ledger::injected);
        column(table, "− Delivered", Ledger::delivered);
        column(table, "− Purged", Ledger::purged);
        column(table, "= Level", Ledger::level);
        column(table, "Difference", Ledger::difference);
        table.getSelectionModel().selectedItemProperty().subscribe((before, row) -> {
            if (row != null && table.isFocused()) {
                selection.select(new Target.Resource(row.key()));
            }
        });
        var bar = new HBox(mark, verdict);
        bar.getStyleClass().add("journal-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(bar);
        setCenter(table);
    }

    void show(Frame frame) {
        rows.show(frame.resources(), frame.nanos());
        String text = verdict(frame.resources());
        if (!text.equals(verdict.getText())) {
            verdict.setText(text);
            boolean balanced = frame.totals().ledgerDifference() == 0;
            mark.show(Sign.of(balanced ? Severity.GOOD : Severity.TROUBLE));
        }
    }

    static String verdict(List<ResourceView> resources) {
        long wrong = resources.stream()
                .filter(it -> it.state().ledger().difference() != 0)
                .count();
        return wrong == 0
                ? "Balances: opening + accepted + injected = delivered + purged + level. No unit was lost or invented."
                : "Does not balance for " + Figures.count(wrong, "resource")
                        + ": the broker has a bug. Please report it.";
    }

    private static void column(LiveTable<ResourceId, ResourceView> table, String name, ToLongFunction<Ledger> figure) {
        table.figures(name, 120, it -> figure.applyAsLong(it.state().ledger()), Figures::units);
    }
}
