package virdi.ui.journal;

import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import virdi.control.OperatorControl;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.kit.Selection;

/**
 * The drawer under the map: events, streams, ledger, audit. FX thread only. Only the visible tab is updated, and
 * the events, which would miss some otherwise.
 */
public final class JournalView extends TabPane {
    /** The time between two reads of the audit log, on the broker's clock. */
    private static final long AUDIT_NANOS = 500_000_000L;

    private final EventsTab events;
    private final StreamsTab streams;
    private final LedgerTab ledger;
    private final AuditTab audit;
    private Frame frame = Frame.EMPTY;
    private long auditedNanos;

    public JournalView(Selection<Target> selection, OperatorControl desk) {
        events = new EventsTab(selection);
        streams = new StreamsTab(selection);
        ledger = new LedgerTab(selection);
        audit = new AuditTab(desk);
        getStyleClass().add("journal");
        getStylesheets()
                .add(Objects.requireNonNull(JournalView.class.getResource("journal.css"))
                        .toExternalForm());
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        add("Events", events);
        add("Streams", streams);
        add("Ledger", ledger);
        add("Audit", audit);
        getSelectionModel().selectedItemProperty().subscribe((before, after) -> {
            audit.update();
            showFront();
        });
    }

    /** Shows another frame. */
    public void show(Frame next) {
        frame = next;
        events.show(next);
        if (next.nanos() - auditedNanos >= AUDIT_NANOS) {
            auditedNanos = next.nanos();
            audit.update();
        }
        showFront();
    }

    private void showFront() {
        Tab front = getSelectionModel().getSelectedItem();
        if (front == null) {
            return;
        }
        if (front.getContent() == streams) {
            streams.show(frame);
        } else if (front.getContent() == ledger) {
            ledger.show(frame);
        }
    }

    private void add(String name, Node content) {
        var tab = new Tab(name, content);
        tab.setId("tab-" + name.toLowerCase(Locale.ROOT));
        getTabs().add(tab);
    }
}
