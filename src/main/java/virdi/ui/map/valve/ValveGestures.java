package virdi.ui.map.valve;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import virdi.model.Pace;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.content.Valve;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.InteractionState;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.map.valve.ValveModel.ValveState;

/** Turns what hands do at a valve into what they mean; each answer tells whether that was meant for a valve. FX thread only. */
public final class ValveGestures {
    /** A notch of a wheel is 40 of these; a touchpad sends less at a time. */
    private static final double WHEEL_STEP = 20;

    /** How far beside a valve still counts, in pixels. */
    private static final double REACH_PIXELS = 4;

    private final MapSurface view;
    private final MapViewModel map;
    private final InteractionState interaction;
    private final ValveModel valves;
    private final ValveField field;
    private double lastY;
    private double pressX;
    private double pressY;
    private boolean moved;
    private double wheel;

    public ValveGestures(
            MapSurface view, MapViewModel map, InteractionState interaction, ValveModel valves, ValveField field) {
        this.view = view;
        this.map = map;
        this.interaction = interaction;
        this.valves = valves;
        this.field = field;
    }

    /** The node whose valve is at a point of the view; null when there is none. */
    public @Nullable MapElement at(double x, double y) {
        if (DetailLevel.at(map.camera().zoom()) == DetailLevel.FAR) {
            return null;
        }
        MapElement hovered = interaction.hovered();
        if (hovered != null && isAt(hovered, x, y)) {
            return hovered;
        }
        double planeX = map.camera().toPlaneX(x);
        double planeY = map.camera().toPlaneY(y);
        for (BasinPicture basin : map.basins()) {
            if (basin.bounds().contains(planeX, planeY)) {
                MapElement[] found = {null};
                basin.forEachNode(node -> {
                    PipeStyle pipeStyle = node.node().pipeStyle();
                    if ((pipeStyle == PipeStyle.THROTTLED || pipeStyle == PipeStyle.PAUSED)
                            && isAt(node.element(), x, y)) {
                        found[0] = node.element();
                    }
                });
                if (found[0] != null) {
                    return found[0];
                }
            }
        }
        return null;
    }

    public boolean pressed(MouseEvent event) {
        if (valves.hold() == ValveState.KEYED || valves.hold() == ValveState.TYPED) {
            valves.giveUp();
        }
        MapElement element = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()
                ? at(event.getX(), event.getY())
                : null;
        if (element == null || !valves.take(element, ValveState.DRAGGED)) {
            return false;
        }
        pressX = event.getX();
        pressY = event.getY();
        lastY = pressY;
        moved = false;
        // Consumers that would go short must be visible, also beside the traced path.
        map.point(null);
        view.repaint();
        return true;
    }

    public boolean dragged(MouseEvent event) {
        if (valves.hold() != ValveState.DRAGGED) {
            return false;
        }
        if (!moved && Math.hypot(event.getX() - pressX, event.getY() - pressY) > MapSurface.CLICK_PIXELS) {
            moved = true;
        }
        if (moved) {
            valves.drag(lastY - event.getY(), event.isShiftDown());
            lastY = event.getY();
            view.repaint();
        }
        return true;
    }

    /** A valve that was not moved was clicked: once selects its node, as a click on the pipe does; twice asks for a number. */
    public boolean released(MouseEvent event) {
        Valve valve = valves.held();
        if (valves.hold() != ValveState.DRAGGED || valve == null) {
            return false;
        }
        if (moved) {
            valves.letGo();
        } else if (event.getClickCount() == 2) {
            field.open(valve.element());
        } else {
            valves.giveUp();
        }
        view.repaint();
        return moved || event.getClickCount() == 2;
    }

    public boolean scrolled(ScrollEvent event) {
        MapElement element = at(event.getX(), event.getY());
        double turn = event.getDeltaY() == 0 && event.isShiftDown() ? event.getDeltaX() : event.getDeltaY();
        if (element == null || valves.hold() == ValveState.DRAGGED || !valves.take(element, ValveState.WHEELED)) {
            return false;
        }
        wheel = Math.signum(wheel) == Math.signum(turn) ? wheel : 0;
        // Inertia after the fingers have left the pad must not turn a valve.
        wheel += event.isInertia() ? 0 : turn;
        if (Math.abs(wheel) >= WHEEL_STEP) {
            valves.step(wheel > 0, event.isShiftDown());
            wheel = 0;
        }
        view.repaint();
        return true;
    }

    public boolean keyPressed(KeyEvent event) {
        MapElement focused = interaction.focused();
        if (valves.hold() == ValveState.DRAGGED || valves.hold() == ValveState.WHEELED) {
            if (event.getCode() == KeyCode.ESCAPE) {
                valves.giveUp();
                view.repaint();
                return true;
            }
            return false;
        }
        if (valves.hold() == ValveState.KEYED) {
            held(event);
        } else if (event.getCode() != KeyCode.V || focused == null || !valves.take(focused, ValveState.KEYED)) {
            return false;
        }
        view.announce(AccessibleTexts.of(map, valves, focused));
        view.repaint();
        return true;
    }

    /** The keyboard has gone elsewhere: what it held is given up. */
    public void left() {
        if (valves.hold() == ValveState.KEYED) {
            valves.giveUp();
            view.repaint();
        }
    }

    private void held(KeyEvent event) {
        Valve valve = valves.held();
        switch (event.getCode()) {
            case UP -> valves.step(true, event.isShiftDown());
            case DOWN -> valves.step(false, event.isShiftDown());
            case PAGE_UP -> valves.step(true, true);
            case PAGE_DOWN -> valves.step(false, true);
            case HOME -> valves.set(Pace.PAUSED);
            case END -> valves.set(null);
            case ENTER -> valves.letGo();
            case ESCAPE, V -> valves.giveUp();
            case F2 -> {
                if (valve != null) {
                    field.open(valve.element());
                }
            }
            default -> {
                // Other keys would walk away from a valve that is being set.
            }
        }
    }

    private boolean isAt(MapElement element, double x, double y) {
        ValvePlace place = ValvePlace.of(map, element);
        return place != null && place.isAt(x, y, REACH_PIXELS);
    }
}
