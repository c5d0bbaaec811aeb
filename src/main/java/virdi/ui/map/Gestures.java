package virdi.ui.map;

import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.Camera;
import virdi.ui.map.scene.FocusWalk;
import virdi.ui.map.scene.HitTest;
import virdi.ui.map.scene.InteractionState;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.Obstacles;
import virdi.ui.map.valve.AccessibleTexts;
import virdi.ui.map.valve.MapSurface;
import virdi.ui.map.valve.ValveField;
import virdi.ui.map.valve.ValveGestures;
import virdi.ui.map.valve.ValveModel;

/** Turns what hands do into what they mean on the map. FX thread only. */
public final class Gestures {

    /** How far a key moves the view. */
    private static final double PAN_PIXELS = 120;

    private static final double ZOOM_PER_PIXEL = 0.0022;
    private static final double BUBBLE_REACH = Obstacles.MARGIN + 2;

    private enum Drag {
        NONE,
        PAN,
        BAND
    }

    private final MapView view;
    private final MapViewModel model;
    private final InteractionState interaction;
    private final PinGestures pinning;
    private final ValveModel valves;
    private final ValveGestures valveGestures;
    private final Scrolling scrolling = new Scrolling();
    /** Whether the map took the last turn, and not a valve. */
    private boolean scrollsMap;

    private Drag drag = Drag.NONE;
    private boolean dragged;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;

    Gestures(MapView view, MapViewModel model, InteractionState interaction, ValveModel valves, ValveField field) {
        this.view = view;
        this.model = model;
        this.interaction = interaction;
        this.pinning = new PinGestures(model, view::atNextPulse, view::pinned);
        this.valves = valves;
        valveGestures = new ValveGestures(view, model, interaction, valves, field);
    }

    void listen() {
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseReleased(this::released);
        view.setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        view.setOnMouseExited(event -> leave());
        view.setOnScroll(this::scrolled);
        view.setOnZoom(this::pinched);
        view.setOnContextMenuRequested(this::menuRequested);
        view.setOnKeyPressed(this::keyPressed);
        view.focusedProperty().subscribe((before, after) -> valveGestures.left());
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        dragged = false;
        boolean taken = event.getButton() == MouseButton.SECONDARY || valveGestures.pressed(event);
        drag = taken ? Drag.NONE : event.isShiftDown() ? Drag.BAND : Drag.PAN;
        if (drag == Drag.PAN) {
            pinning.pressed(pressX, pressY);
        } else {
            pinning.release();
        }
    }

    private void dragged(MouseEvent event) {
        dragged |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > MapSurface.CLICK_PIXELS;
        if (valveGestures.dragged(event) || !dragged || drag == Drag.NONE) {
            return;
        }
        if (pinning.isHolding()) {
            pinning.dragged(event.getX(), event.getY());
            view.setCursor(Cursor.MOVE);
            view.repaint();
        } else if (drag == Drag.PAN) {
            view.pan(event.getX() - lastX, event.getY() - lastY);
            view.setCursor(Cursor.CLOSED_HAND);
        } else {
            interaction.draw(Box.between(pressX, pressY, event.getX(), event.getY()));
            view.repaint();
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void released(MouseEvent event) {
        Box band = interaction.band();
        if (valveGestures.released(event)) {
            hover(event.getX(), event.getY());
        } else if (band != null) {
            Camera camera = model.camera();
            view.selection()
                    .select(
                            model.picture()
                                    .targetsWithin(Box.between(
                                            camera.toPlaneX(band.x()),
                                            camera.toPlaneY(band.y()),
                                            camera.toPlaneX(band.right()),
                                            camera.toPlaneY(band.bottom()))),
                            false);
            interaction.draw(null);
        } else if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            clicked(event);
        }
        pinning.released();
        drag = Drag.NONE;
        view.setCursor(Cursor.DEFAULT);
        view.repaint();
    }

    private void clicked(MouseEvent event) {
        Target culprit = linkAt(event.getX(), event.getY());
        if (culprit != null) {
            view.selection().follow(culprit);
            return;
        }
        if (isInBubble(event.getX(), event.getY(), 0)) {
            return;
        }
        MapElement element = elementAt(event.getX(), event.getY());
        if (event.getClickCount() == 2) {
            view.atNextPulse(nanos -> {
                if (element == null) {
                    model.fit(nanos);
                } else {
                    model.toggle(element, nanos);
                }
            });
        } else if (element != null) {
            view.selection().select(model.targets(element), event.isShiftDown() || event.isShortcutDown());
            interaction.focus(element);
            view.announce(AccessibleTexts.of(model, valves, element));
        } else if (!event.isShiftDown()) {
            view.selection().select(Set.of(), false);
            interaction.focus(null);
        }
    }

    private void hover(double x, double y) {
        boolean link = linkAt(x, y) != null;
        InteractionState.Bubble bubble = interaction.bubble();
        if (bubble != null && isInBubble(x, y, BUBBLE_REACH) && bubble.about().equals(interaction.hovered())) {
            view.setCursor(link ? Cursor.HAND : Cursor.DEFAULT);
            return;
        }
        MapElement valve = valveGestures.at(x, y);
        MapElement element = valve == null ? elementAt(x, y) : valve;
        view.setCursor(valve != null ? Cursor.V_RESIZE : element != null || link ? Cursor.HAND : Cursor.DEFAULT);
        model.point(element);
        if (interaction.hover(element) | valves.point(valve)) {
            view.repaint();
        }
    }

    private void leave() {
        model.point(null);
        if (interaction.hover(null) | valves.point(null)) {
            view.repaint();
        }
    }

    /** A wheel turns the valve that it is over, else it zooms; fingers pan, also over the valves that come their way. */
    private void scrolled(ScrollEvent event) {
        event.consume();
        long nanos = System.nanoTime();
        boolean goesOn = scrollsMap && scrolling.isGoingOn(nanos);
        Scrolling.Meaning meaning = scrolling.of(
                event.getDeltaX(),
                event.getDeltaY(),
                event.getMultiplierY(),
                event.getTouchCount() > 0 || event.isInertia() || event.isDirect(),
                event.isShortcutDown() || event.isControlDown(),
                nanos);
        if (meaning == Scrolling.Meaning.NOTHING) {
            return;
        }
        scrollsMap = goesOn || !valveGestures.scrolled(event);
        if (!scrollsMap) {
            return;
        }
        if (meaning == Scrolling.Meaning.PAN) {
            view.pan(event.getDeltaX(), event.getDeltaY());
        } else {
            model.zoomAbout(Math.exp(event.getDeltaY() * ZOOM_PER_PIXEL), event.getX(), event.getY());
            view.repaint();
        }
    }

    private void pinched(ZoomEvent event) {
        model.zoomAbout(event.getZoomFactor(), event.getX(), event.getY());
        view.repaint();
        event.consume();
    }

    private void menuRequested(ContextMenuEvent event) {
        MapElement focused = interaction.focused();
        Box box = focused == null ? null : model.box(focused);
        if (!event.isKeyboardTrigger()) {
            openMenu(elementAt(event.getX(), event.getY()), event.getScreenX(), event.getScreenY());
        } else if (focused != null && box != null) {
            var corner = view.localToScreen(
                    model.camera().toScreenX(box.centreX()), model.camera().toScreenY(box.bottom()));
            openMenu(focused, corner.getX(), corner.getY());
        }
        event.consume();
    }

    private void openMenu(@Nullable MapElement element, double screenX, double screenY) {
        Set<Target> targets = element == null ? Set.of() : model.targets(element);
        view.selection().openMenu(targets, element == null, view, screenX, screenY);
    }

    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (valveGestures.keyPressed(event)) {
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step(event, -1, 0);
            case RIGHT -> step(event, 1, 0);
            case UP -> step(event, 0, -1);
            case DOWN -> step(event, 0, 1);
            case ENTER -> choose(event.isShiftDown());
            case SPACE -> {
                if (interaction.focused() == null) {
                    return; // the window's key then: live or paused
                }
                unfold();
            }
            case DIGIT0, NUMPAD0 -> view.fit();
            case S -> view.fitSelection();
            case T -> view.tidy();
            case PLUS, EQUALS, ADD -> view.zoomIn();
            case MINUS, SUBTRACT -> view.zoomOut();
            case ESCAPE -> escape();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Walks to what is next in a direction; with Shift, looks there. */
    private void step(KeyEvent event, int dx, int dy) {
        if (event.isShiftDown()) {
            view.pan(-dx * PAN_PIXELS, -dy * PAN_PIXELS);
        } else {
            walk(dx, dy);
        }
    }

    private void walk(int dx, int dy) {
        focus(FocusWalk.step(model, interaction.focused(), dx, dy));
    }

    /** Focuses the first element that was searched for. */
    void focusFound() {
        MapElement found = FocusWalk.found(model);
        if (found != null) {
            focus(found);
        }
    }

    void focus(@Nullable MapElement element) {
        interaction.focus(element);
        view.announce(AccessibleTexts.of(model, valves, element));
        Box box = element == null ? null : model.box(element);
        if (box != null) {
            view.atNextPulse(nanos -> model.camera().reveal(box, nanos));
        }
        view.repaint();
    }

    private void choose(boolean more) {
        MapElement focused = interaction.focused();
        if (focused != null) {
            view.selection().select(model.targets(focused), more);
        }
    }

    private void unfold() {
        MapElement focused = interaction.focused();
        if (focused != null) {
            view.atNextPulse(nanos -> model.toggle(focused, nanos));
        }
    }

    private void escape() {
        if (pinning.giveUp()) {
            drag = Drag.NONE;
            return;
        }
        interaction.draw(null);
        drag = Drag.NONE;
        view.selection().select(Set.of(), false);
        view.repaint();
    }

    private @Nullable MapElement elementAt(double x, double y) {
        return model.elementAt(model.camera().toPlaneX(x), model.camera().toPlaneY(y));
    }

    private @Nullable Target linkAt(double x, double y) {
        InteractionState.Bubble bubble = interaction.bubble();
        if (bubble != null && bubble.box().contains(x, y)) {
            return HitTest.linkBox(bubble.why(), bubble.box()).contains(x, y)
                    ? bubble.why().culprit()
                    : null;
        }
        return model.linkAt(model.camera().toPlaneX(x), model.camera().toPlaneY(y));
    }

    private boolean isInBubble(double x, double y, double reach) {
        InteractionState.Bubble bubble = interaction.bubble();
        return bubble != null && bubble.box().grownBy(reach).contains(x, y);
    }
}
