package virdi.ui.operate;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import virdi.model.OperatorCommand;
import virdi.model.Target;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Totals;
import virdi.ui.kit.Overlay;
import virdi.ui.sign.Act;
import virdi.ui.sign.Figures;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.ParsedInput;
import virdi.ui.sign.Targets;

/**
 * The context menu of a selection, the dialogs and the shortcuts. FX thread only.
 *
 * <p>Dialogs are panels over the scene: Escape cancels, Enter confirms.
 */
public final class OperateView {
    private static final List<Set<Act>> GROUPS = List.of(
            EnumSet.of(Act.THROTTLE, Act.PAUSE, Act.RESUME, Act.LIFT),
            EnumSet.of(Act.REQUEST_NOW, Act.SET_CAPACITY, Act.INJECT, Act.PURGE),
            EnumSet.of(Act.DISCONNECT, Act.BLOCK, Act.UNBLOCK));

    private final OperateViewModel vm;
    private final Overlay overlay;

    /** @param overlayHost lies over the window's content and passes clicks through; dialogs are laid into it */
    public OperateView(OperateViewModel vm, Pane overlayHost) {
        this(vm, new Overlay());
        overlayHost.getChildren().add(overlay);
    }

    /** @param overlay shows the dialogs */
    public OperateView(OperateViewModel vm, Overlay overlay) {
        this.vm = vm;
        this.overlay = overlay;
    }

    /** A menu of the acts that fit a selection; the caller shows it. */
    public ContextMenu menu(Set<Target> selection) {
        FrameSelection selected = vm.inFrame(selection);
        Set<Act> acts = selected.acts();
        var menu = new ContextMenu();
        menu.getStyleClass().add("operate-menu");
        var heading = new Label(selected.isEmpty() ? "No longer there" : selected.name());
        heading.getStyleClass().add("section-title");
        var headingItem = new CustomMenuItem(heading, false);
        headingItem.setDisable(true);
        menu.getItems().add(headingItem);
        for (Set<Act> group : GROUPS) {
            List<Act> fitting = group.stream().filter(acts::contains).toList();
            if (!fitting.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
                fitting.forEach(act -> menu.getItems().add(item(act, selection)));
            }
        }
        return menu;
    }

    /** Does an act to a selection, with a dialog where the act needs one. Does nothing where it does not fit. */
    public void open(Act act, Set<Target> selection) {
        FrameSelection selected = vm.inFrame(selection);
        if (!selected.acts().contains(act)) {
            return;
        }
        switch (act) {
            case THROTTLE -> overlay.show(new ThrottleDialog(selected).panel(this::send, overlay::close));
            case DISCONNECT -> overlay.show(disconnect(selected));
            case BLOCK -> overlay.show(block(selected));
            case SET_CAPACITY, INJECT, PURGE -> overlay.show(units(act, selected));
            case PAUSE, RESUME, LIFT, UNBLOCK, REQUEST_NOW -> vm.submit(act, selection);
        }
    }

    /** Opens or closes the port; asks first when closing ends streams. */
    public void toggle(PortSwitch port, Totals totals) {
        if (!port.state().isOpen() || totals.streams() == 0) {
            port.toggle();
            return;
        }
        var nothing = new Fields();
        nothing.setManaged(false);
        String sentence = Figures.count(totals.streams(), "stream") + " of " + Figures.count(totals.clients(), "client")
                + (totals.streams() == 1 ? " ends" : " end")
                + " with UNAVAILABLE, and nobody is let in until you start "
                + "it again. Levels and rules stay.";
        var panel = new DialogPanel(
                        "Stop listening?",
                        sentence,
                        nothing,
                        "Stop",
                        () -> new ParsedInput<>(List.of(new OperatorCommand.Listen(false)), null),
                        commands -> {
                            overlay.close();
                            port.toggle();
                        },
                        overlay::close)
                .dangerous();
        overlay.show(panel);
        panel.focusConfirm();
    }

    /** Adds the shortcuts of the acts to a part of the window; a text field keeps the keys it uses itself. */
    public void installShortcuts(Node part, Supplier<Set<Target>> selection) {
        part.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            for (Act act : Act.values()) {
                if (KeyCombination.valueOf(act.shortcut()).match(event)) {
                    open(act, selection.get());
                    event.consume();
                    return;
                }
            }
        });
    }

    private MenuItem item(Act act, Set<Target> selection) {
        var item = new MenuItem(act.words());
        item.setId("act-" + act.name().toLowerCase(Locale.ROOT));
        item.setAccelerator(KeyCombination.valueOf(act.shortcut()));
        item.setOnAction(event -> open(act, selection));
        if (act == Act.DISCONNECT || act == Act.BLOCK) {
            item.getStyleClass().add("danger");
        }
        return item;
    }

    private DialogPanel disconnect(FrameSelection selected) {
        TextField reason = reason("disconnected by the operator");
        int streams = Targets.streams(Set.copyOf(selected.targets()), selected.frame())
                .size();
        String sentence = "Ends " + Figures.count(streams, "stream")
                + " with ABORTED. The client may open new ones. This cannot be undone.";
        return new DialogPanel(
                        "Disconnect " + selected.name() + "?",
                        sentence,
                        new Fields().add("Reason", reason, ""),
                        "Disconnect",
                        () -> Forms.disconnect(selected.targets(), reason.getText()),
                        this::send,
                        overlay::close)
                .watching(reason)
                .dangerous();
    }

    private DialogPanel block(FrameSelection selected) {
        TextField reason = reason("blocked by the operator");
        var time = new TextField();
        time.setId("block-time");
        time.setPromptText("until unblocked");
        var fields = new Fields()
                .add("Reason", reason, "")
                .add("For", time, "")
                .add("", Fields.presets(time, "5 min", "30 min", "1 h"));
        String sentence = "Ends the open streams and refuses new ones with PERMISSION_DENIED. "
                + "Undo unblocks it; ended streams stay ended.";
        return new DialogPanel(
                        "Block " + selected.name() + "?",
                        sentence,
                        fields,
                        "Block",
                        () -> Forms.block(selected.lasting(), reason.getText(), time.getText()),
                        this::send,
                        overlay::close)
                .watching(reason, time)
                .dangerous();
    }

    private DialogPanel units(Act act, FrameSelection selected) {
        var units = new TextField();
        units.setId("units");
        ResourceView tank = Targets.resource(selected.targets().getFirst(), selected.frame());
        String holds = selected.targets().size() > 1 || tank == null
                ? "Each of " + selected.name()
                : selected.name() + " holds "
                        + Figures.level(tank.level(), tank.state().marks().capacityUnits()) + " units";
        String effect = switch (act) {
            case SET_CAPACITY -> ". Units above the new capacity stay.";
            case INJECT -> ". The ledger counts the new ones as injected.";
            default -> ". The ledger counts the discarded ones as purged.";
        };
        if (tank != null && act == Act.SET_CAPACITY) {
            units.setText(Long.toString(tank.state().marks().capacityUnits()));
        } else if (tank != null && act == Act.PURGE && tank.level() > 0) {
            units.setText(Long.toString(tank.level()));
        }
        String verb = act.words().replace("…", "");
        return new DialogPanel(
                        title(act, selected.name()),
                        holds + effect,
                        new Fields().add("Units", units, "units"),
                        verb,
                        () -> Forms.units(act, selected.resources(), units.getText()),
                        this::send,
                        overlay::close)
                .watching(units)
                .usual();
    }

    private static String title(Act act, String name) {
        return switch (act) {
            case SET_CAPACITY -> "Set the capacity of " + name;
            case INJECT -> "Inject into " + name;
            default -> "Purge " + name;
        };
    }

    private static TextField reason(String usual) {
        var field = new TextField(usual);
        field.setId("reason");
        field.setPrefColumnCount(28);
        return field;
    }

    private void send(List<OperatorCommand> commands) {
        overlay.close();
        vm.submit(commands);
    }
}
