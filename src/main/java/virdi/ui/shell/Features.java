package virdi.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import virdi.control.OperatorControl;
import virdi.model.Outcome;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.SeriesQuery;
import virdi.ui.explorer.ExplorerView;
import virdi.ui.inspector.InspectorView;
import virdi.ui.inspector.InspectorViewModel;
import virdi.ui.journal.JournalView;
import virdi.ui.kit.Overlay;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.Selection;
import virdi.ui.kit.Toasts;
import virdi.ui.map.MapView;
import virdi.ui.operate.OperateView;
import virdi.ui.operate.OperateViewModel;
import virdi.ui.operate.PortSwitch;
import virdi.ui.sign.Act;
import virdi.ui.sign.Tone;

/**
 * Creates the features of the window and connects them: they share the selection, the menus and the desk. FX thread only.
 */
final class Features implements FrameDelivery.Moving {
    private final Selection<Target> selection = new Selection<>();
    private final FrameSource source;
    private final Toasts toasts;
    private final SaveAs saveAs;
    private final OperateViewModel operating;
    private final PortSwitch port;
    private final OperateView operate;
    private final InspectorViewModel inspecting;
    private final ExplorerView explorer;
    private final LayoutThread layouts = new LayoutThread();
    private final MapView map;
    private final InspectorView inspector;
    private final JournalView journal;
    private Set<SeriesQuery> watchedByMap = Set.of();

    /**
     * @param overlay shows dialogs
     * @param toasts show the outcome of commands
     * @param saveAs saves pictures
     * @param policy decides when something is drawn again
     */
    Features(
            FrameSource source,
            OperatorControl desk,
            Overlay overlay,
            Toasts toasts,
            SaveAs saveAs,
            RenderPolicy policy) {
        this.source = source;
        this.toasts = toasts;
        this.saveAs = saveAs;
        operating = new OperateViewModel(desk, Platform::runLater);
        port = new PortSwitch(operating);
        operate = new OperateView(operating, overlay);
        inspecting = new InspectorViewModel(
                selection, operating::submit, () -> operating.closingProperty().get());
        explorer = new ExplorerView(selection, operate::menu);
        var menus = new MapMenu(operate::menu, this::fitMap, this::tidyMap, this::saveMapAsPng, this::saveMapAsSvg);
        map = new MapView(selection, menus::of, layouts, policy);
        map.onTurn(operating::submit);
        inspector = new InspectorView(
                inspecting, operate::open, saveAs, () -> toasts.show("Copied", Tone.GOOD.styleClass()));
        journal = new JournalView(selection, desk);
        inspecting.watchProperty().subscribe(watch -> requestHistory());
        map.onAsk(watches -> {
            watchedByMap = watches;
            requestHistory();
        });
        // An invalidation listener, not a change listener: two equal outcomes make two toasts.
        operating.lastOutcomeProperty().addListener(observable -> showOutcome());
    }

    ExplorerView explorer() {
        return explorer;
    }

    MapView map() {
        return map;
    }

    InspectorView inspector() {
        return inspector;
    }

    JournalView journal() {
        return journal;
    }

    Selection<Target> selection() {
        return selection;
    }

    /** Starts and stops listening. */
    PortSwitch port() {
        return port;
    }

    /** Stops listening, or starts it. */
    void togglePort() {
        operate.toggle(port, source.latest().totals());
    }

    /** Undoes the last command. */
    void undo() {
        operating.undo();
    }

    /** Removes all pins of the present arrangement of the map. */
    void tidyMap() {
        map.tidy();
    }

    /** Shows all of the map. */
    void fitMap() {
        map.fit();
    }

    /** Asks for a file and saves the whole map as PNG. */
    void saveMapAsPng() {
        if (isSomethingOnTheMap()) {
            map.savePng(saveAs);
        }
    }

    /** Asks for a file and saves the whole map as SVG. */
    void saveMapAsSvg() {
        if (isSomethingOnTheMap()) {
            map.saveSvg(saveAs);
        }
    }

    private boolean isSomethingOnTheMap() {
        if (map.isEmpty()) {
            toasts.show("There is nothing on the map to save.", Tone.WARNING.styleClass());
        }
        return !map.isEmpty();
    }

    /** Installs the shortcuts of the commands in a part of the window. */
    void installActs(Node part) {
        operate.installShortcuts(part, selection::items);
    }

    /** The commands with their shortcuts, for the sheet of shortcuts. */
    static List<Shortcut> acts() {
        List<Shortcut> acts = new ArrayList<>();
        for (Act act : Act.values()) {
            acts.add(new Shortcut(act.shortcut().replace("Shortcut", "Ctrl"), act.words()));
        }
        return acts;
    }

    /** Stops the threads of the features. */
    void stop() {
        layouts.stop();
    }

    @Override
    public void show(Frame frame) {
        map.show(frame);
    }

    @Override
    public boolean pulse(long nanos) {
        return map.pulse(nanos);
    }

    /** Shows a frame in all features but the map. */
    void read(Frame frame) {
        operating.show(frame);
        inspecting.show(frame);
        explorer.show(frame);
        journal.show(frame);
    }

    /** Requests the history that the features show, as part of the next frames. */
    private void requestHistory() {
        Set<SeriesQuery> watches = new HashSet<>(watchedByMap);
        watches.add(inspecting.watchProperty().get());
        watches.remove(SeriesQuery.NONE);
        source.watch(watches);
    }

    private void showOutcome() {
        Outcome outcome = operating.lastOutcomeProperty().get();
        if (outcome instanceof Outcome.Refused refused) {
            toasts.show(refused.reason(), Tone.WARNING.styleClass());
        } else if (outcome instanceof Outcome.Done done && done.undo() == null) {
            toasts.show(done.summary(), Tone.GOOD.styleClass());
        } else if (outcome instanceof Outcome.Done done) {
            toasts.show(done.summary(), Tone.GOOD.styleClass(), "Undo", this::undo);
        }
    }
}
