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

/** Turns what hands do into what they mean on the map. FX thread only. */
final class Gestures {
    /** Hands tremble: less than that is a click. */
    static final double CLICK_PIXELS = 4;

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
    private final Attention attention;
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

    Gestures(MapView view, MapViewModel model, Attention attention, ValveModel valves, ValveField field) {
        this.view = view;
        this.model = model;
        this.attention = attention;
        this.pinning = new PinGestures(model, view::wish, view::pinned);
        this.valves = valves;
        valveGestures = new ValveGestures(view, model, attention, valves, field);
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
        dragged |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK_PIXELS;
        if (valveGestures.dragged(event) || !dragged || drag == Drag.NONE) {
            return;
        }
        if (pinning.isHolding()) {
            pinning.dragged(event.getX(), event.getY());
            view.setCursor(Cursor.MOVE);
            view.stir();
        } else if (drag == Drag.PAN) {
            view.pan(event.getX() - lastX, event.getY() - lastY);
            view.setCursor(Cursor.CLOSED_HAND);
        } else {
            attention.draw(Box.between(pressX, pressY, event.getX(), event.getY()));
            view.stir();
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void released(MouseEvent event) {
        Box band = attention.band();
        if (valveGestures.released(event)) {
            hover(event.getX(), event.getY());
        } else if (band != null) {
            Camera camera = model.camera();
            view.select(
                    model.picture()
                            .targetsWithin(Box.between(
                                    camera.toPlaneX(band.x()),
                                    camera.toPlaneY(band.y()),
                                    camera.toPlaneX(band.right()),
                                    camera.toPlaneY(band.bottom()))),
                    false);
            attention.draw(null);
        } else if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            clicked(event);
        }
        pinning.released();
        drag = Drag.NONE;
        view.setCursor(Cursor.DEFAULT);
        view.stir();
    }

    private void clicked(MouseEvent event) {
        Target culprit = linkAt(event.getX(), event.getY());
        if (culprit != null) {
            view.follow(culprit);
            return;
        }
        if (isInBubble(event.getX(), event.getY(), 0)) {
            return;
        }
        Spot spot = spotAt(event.getX(), event.getY());
        if (event.getClickCount() == 2) {
            view.wish(nanos -> {
                if (spot == null) {
                    model.fit(nanos);
                } else {
                    model.toggle(spot, nanos);
                }
            });
        } else if (spot != null) {
            view.select(model.targets(spot), event.isShiftDown() || event.isShortcutDown());
            attention.focus(spot);
            view.tell(Speech.of(model, valves, spot));
        } else if (!event.isShiftDown()) {
            view.select(Set.of(), false);
            attention.focus(null);
        }
    }

    private void hover(double x, double y) {
        boolean link = linkAt(x, y) != null;
        Attention.Bubble bubble = attention.bubble();
        if (bubble != null && isInBubble(x, y, BUBBLE_REACH) && bubble.about().equals(attention.hovered())) {
            view.setCursor(link ? Cursor.HAND : Cursor.DEFAULT);
            return;
        }
        Spot valve = valveGestures.at(x, y);
        Spot spot = valve == null ? spotAt(x, y) : valve;
        view.setCursor(valve != null ? Cursor.V_RESIZE : spot != null || link ? Cursor.HAND : Cursor.DEFAULT);
        model.point(spot);
        if (attention.hover(spot) | valves.point(valve)) {
            view.stir();
        }
    }

    private void leave() {
        model.point(null);
        if (attention.hover(null) | valves.point(null)) {
            view.stir();
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
            view.stir();
        }
    }

    private void pinched(ZoomEvent event) {
        model.zoomAbout(event.getZoomFactor(), event.getX(), event.getY());
        view.stir();
        event.consume();
    }

    private void menuRequested(ContextMenuEvent event) {
        Spot focused = attention.focused();
        Box box = focused == null ? null : model.box(focused);
        if (!event.isKeyboardTrigger()) {
            view.openMenu(spotAt(event.getX(), event.getY()), event.getScreenX(), event.getScreenY());
        } else if (focused != null && box != null) {
            var corner = view.localToScreen(
                    model.camera().toScreenX(box.centreX()), model.camera().toScreenY(box.bottom()));
            view.openMenu(focused, corner.getX(), corner.getY());
        }
        event.consume();
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
                if (attention.focused() == null) {
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
        view.focus(FocusWalk.step(model, attention.focused(), dx, dy));
    }

    private void choose(boolean more) {
        Spot focused = attention.focused();
        if (focused != null) {
            view.select(model.targets(focused), more);
        }
    }

    private void unfold() {
        Spot focused = attention.focused();
        if (focused != null) {
            view.wish(nanos -> model.toggle(focused, nanos));
        }
    }

    private void escape() {
        if (pinning.giveUp()) {
            drag = Drag.NONE;
            return;
        }
        attention.draw(null);
        drag = Drag.NONE;
        view.select(Set.of(), false);
        view.stir();
    }

    private @Nullable Spot spotAt(double x, double y) {
        return model.spotAt(model.camera().toPlaneX(x), model.camera().toPlaneY(y));
    }

    private @Nullable Target linkAt(double x, double y) {
        Attention.Bubble bubble = attention.bubble();
        if (bubble != null && bubble.box().contains(x, y)) {
            return Hits.linkBox(bubble.why(), bubble.box()).contains(x, y)
                    ? bubble.why().culprit()
                    : null;
        }
        return model.linkAt(model.camera().toPlaneX(x), model.camera().toPlaneY(y));
    }

    private boolean isInBubble(double x, double y, double reach) {
        Attention.Bubble bubble = attention.bubble();
        return bubble != null && bubble.box().grownBy(reach).contains(x, y);
    }
}
