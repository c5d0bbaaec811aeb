package virdi.ui.map.scene;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.FindQuery;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.SelectedTargets;
import virdi.ui.map.layout.ClientLayout;
import virdi.ui.map.layout.LayoutRunner;
import virdi.ui.map.layout.LayoutScheduler;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;

/**
 * The view model of the map. It receives frames, sizes, pulse times and user actions, and keeps the picture that
 * painters draw. It knows no scene graph. FX thread only.
 *
 * <p>A frame changes texts at once. Places change only when rows come or go, the ranking changes, the view is resized,
 * or the user moves or unfolds something. Then elements glide to their new places.
 */
public final class MapViewModel {
    private final LayoutScheduler layouts;
    private final MapPicture picture = new MapPicture();
    private final Sparklines sparklines = new Sparklines();
    private final HoverTrace hover = new HoverTrace();
    private final Camera camera = new Camera();
    private final Anchor anchor = new Anchor();
    private final PictureVersion version = new PictureVersion();
    private final CloseUpExpansion closeness;
    private final WhyTexts explanations;

    private Frame frame = Frame.EMPTY;
    private FindQuery query = FindQuery.ANYTHING;
    private Set<Target> selection = Set.of();
    private double width;
    private double height;
    private boolean resting = true;
    private boolean moving;
    private boolean held;
    private boolean fitDue;

    /**
     * @param whyRuler measures the width of a piece of a Why text, in map units
     * @param runner computes large layouts
     * @param arrival is called when a layout is ready and {@link #takeLayout} should be called
     */
    public MapViewModel(ToDoubleFunction<String> whyRuler, LayoutRunner runner, Runnable arrival) {
        explanations = new WhyTexts(whyRuler);
        layouts = new LayoutScheduler(runner, arrival);
        closeness = new CloseUpExpansion(layouts, anchor);
    }

    public Camera camera() {
        return camera;
    }

    /** Returns everything on the map with its present place. Callers only read it. */
    public MapPicture picture() {
        return picture;
    }

    public Collection<BasinPicture> basins() {
        return picture.basins();
    }

    /** Returns the cards of all clients; empty when the map is arranged by resource. */
    public Collection<CardPicture> cards() {
        return picture.cards();
    }

    public @Nullable BasinPicture basin(@Nullable ResourceId id) {
        return picture.basin(id);
    }

    public @Nullable CardPicture card(@Nullable CardKey key) {
        return picture.card(key);
    }

    public boolean isEmpty() {
        return picture.basins().isEmpty();
    }

    public MapOrder order() {
        return layouts.order();
    }

    /** Arranges the map by resource or by client, and shows all of it. */
    public void arrangeBy(MapOrder order, long nanos) {
        if (order != layouts.order()) {
            layouts.arrangeBy(order);
            camera.resume();
            fitDue = true;
            refresh(nanos, true);
        }
    }

    /** Takes over a layout that is ready. */
    public void takeLayout(long nanos) {
        refresh(nanos, false);
    }

    /** Returns the counter of changes of the static part. Callers only read it. */
    public PictureVersion version() {
        return version;
    }

    /** Returns whether the view contains too many nodes to draw all of them in every pulse. */
    public boolean isCrowded() {
        return picture.nodesAround(camera.visible()) > RenderPolicy.FLUENT_NODES;
    }

    /** Returns whether dots and liquids move. */
    public boolean isFlowing() {
        return moving && !held;
    }

    /** Returns the box of the whole picture, in map units. */
    public Box extent() {
        return layouts.arrangement().bounds();
    }

    /**
     * Shows a new frame.
     *
     * @param nanos pulse time
     */
    public void show(Frame newFrame, long nanos) {
        frame = newFrame;
        refresh(nanos, false);
    }

    /** Sets the size of the view, in pixels. */
    public void resize(double newWidth, double newHeight, long nanos) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            refresh(nanos, true);
            camera.resize(width, height, extent());
            version.changedWhole();
        }
    }

    /**
     * Updates everything for a pulse time.
     *
     * @return whether the picture goes on changing
     */
    public boolean advance(long nanos) {
        if (!resting) {
            resting = picture.advance(nanos);
            version.moved(!cards().isEmpty());
        }
        if (camera.advance(nanos)) {
            version.seenElsewhere();
        }
        if (closeness.advance(camera.zoom(), nanos)) {
            refresh(nanos, false);
        }
        sparklines.update(picture, camera, frame);
        if (hover.advance(nanos)) {
            mark();
        }
        return isFlowing() || !resting || camera.isGliding() || hover.isWaiting() || closeness.isWaiting();
    }

    /** Stops the flow while the user looks at it, or lets it continue. */
    public void hold(boolean still) {
        held = still;
    }

    boolean isHeld() {
        return held;
    }

    /** Has the whole static part drawn again: when pipes cross, one pipe cannot be erased without the others. */
    public void redraw() {
        version.changedWhole();
    }

    /** Shows the whole picture, and follows it from now on. */
    public void fit(long nanos) {
        camera.resume();
        closeness.leave();
        refresh(nanos, false);
        camera.fit(extent(), nanos);
    }

    /**
     * Returns the element that the user would drag at a point of the plane. By resource it is a basin, at its tank or
     * any of its cards; by client it is a tank or a card. Null for the background and for pipes.
     */
    public @Nullable MapElement graspAt(double x, double y) {
        MapElement element = elementAt(x, y);
        NodePicture node = element == null ? null : picture.node(element);
        if (element == null || node == null) {
            return element;
        }
        CardKey card = element.cardKey();
        MapElement whole = new MapElement(card == null ? element.basin() : null, null, card);
        Box box = card == null ? node.box() : picture.box(whole);
        return box != null && box.contains(x, y) ? whole : null;
    }

    /** Returns the box that a drag moves; a pin stores its upper left corner. Null when the element is gone. */
    public @Nullable Box grasp(MapElement element) {
        BasinPicture basin = picture.basin(element.basin());
        return basin == null ? picture.box(element) : basin.isOpen() ? ClientLayout.cell(basin.tank()) : basin.bounds();
    }

    /** Pins the upper left corner of an element to a point of the plane. Others make room. */
    public void pin(MapElement element, double x, double y, long nanos) {
        camera.stay();
        layouts.pin(element, x, y);
        refresh(nanos, false, false);
        picture.jump(element);
    }

    public boolean isPinned(MapElement element) {
        return layouts.isPinned(element);
    }

    /** Returns all pins as text, for the saved settings. */
    public String pins() {
        return layouts.pins();
    }

    /** Replaces all pins by those of a text from {@link #pins()}. */
    public void takePins(String text, long nanos) {
        layouts.takePins(text);
        refresh(nanos, false);
    }

    /** Removes all pins of the present arrangement. Everything moves to the place that the layout chose. */
    public void tidy(long nanos) {
        layouts.tidy();
        refresh(nanos, false);
    }

    /** Shows the selected elements as large as possible; the whole picture when nothing is selected. */
    public void fitSelection(long nanos) {
        List<MapElement> elements = selectedElements();
        BasinPicture only = elements.size() == 1 ? basin(elements.getFirst().basin()) : null;
        if (only != null && only.isCompact()) {
            camera.stay();
            closeness.open(only.id());
            refresh(nanos, false);
        }
        picture.surroundings(selectedElements())
                .ifPresentOrElse(part -> camera.show(part, extent(), nanos), () -> fit(nanos));
    }

    public void centre(double planeX, double planeY) {
        camera.centre(planeX, planeY);
        version.seenElsewhere();
    }

    public void pan(double dx, double dy) {
        camera.pan(dx, dy);
    }

    public void zoomAbout(double factor, double screenX, double screenY) {
        camera.zoomAbout(factor, screenX, screenY);
        closeness.zoomed(picture, camera.toPlaneX(screenX), camera.toPlaneY(screenY), camera.zoom());
        version.seenElsewhere();
    }

    /** Fades everything that does not match a search. */
    public void find(String text) {
        query = FindQuery.of(text);
        mark();
    }

    public Sparklines sparklines() {
        return sparklines;
    }

    FindQuery query() {
        return query;
    }

    /** Tells which element is under the pointer. After a rest there, everything beside its path fades. */
    public void point(@Nullable MapElement element) {
        hover.point(element);
    }

    public boolean isTracing() {
        return hover.path() != null;
    }

    public void select(Set<Target> targets) {
        selection = targets;
        mark();
    }

    /** Unfolds a folded node, or folds it again. For a basin it switches the form. */
    public void toggle(MapElement element, long nanos) {
        CardKey card = element.cardKey();
        BasinPicture basin = picture.basin(element.basin());
        if (card != null) {
            layouts.toggle(card);
        } else if (basin != null && !basin.isOpen()) {
            anchor.prefer(basin.element());
            closeness.chosen(basin.id());
            layouts.toggle(basin.id(), basin.isCompact(), element.node());
        }
        refresh(nanos, false);
    }

    /** Returns the element at a point of the plane; null for the background. */
    public @Nullable MapElement elementAt(double x, double y) {
        return HitTest.at(picture, x, y, camera.zoom());
    }

    /** Returns the target of the link at a point of the plane, below a tank; null for none. */
    public @Nullable Target linkAt(double x, double y) {
        return HitTest.linkAt(picture.basins(), x, y, DetailLevel.at(camera.zoom()));
    }

    /** Returns the targets of an element; empty when it is gone. */
    public Set<Target> targets(MapElement element) {
        return picture.targets(element);
    }

    public @Nullable NodePicture node(MapElement element) {
        return picture.node(element);
    }

    /** Returns the present box of an element; null when it is gone. */
    public @Nullable Box box(MapElement element) {
        return picture.box(element);
    }

    /** Returns the selected elements: tanks first, then clients, then other nodes. */
    public List<MapElement> selectedElements() {
        return picture.selectedElements();
    }

    /** Returns the text of the link to a culprit; empty when the culprit is the element itself. */
    String linkTo(Target culprit, MapElement about) {
        return targets(about).equals(Set.of(culprit)) ? "" : WhyTexts.link(culprit, frame);
    }

    private void refresh(long nanos, boolean afresh) {
        refresh(nanos, afresh, !camera.isFollowing());
    }

    /** @param anchored whether the element that the user looks at should stay in place on the screen */
    private void refresh(long nanos, boolean afresh, boolean anchored) {
        boolean rearranged = layouts.update(frame, width, height, afresh, !camera.isFollowing());
        boolean empty = isEmpty();
        if (rearranged) {
            anchor.take(picture, camera, anchored);
        }
        picture.show(layouts.scene(), layouts.arrangement(), nanos);
        anchor.leave(picture, camera, nanos);
        moving = false;
        for (BasinPicture basin : picture.basins()) {
            moving |= basin.isMoving();
            explanations.update(basin, frame);
        }
        mark();
        if (rearranged || isEmpty() != empty) {
            resting = false;
            if (isEmpty()) {
                camera.resume();
            } else if (fitDue && layouts.shown() == layouts.order()) {
                fitDue = false;
                camera.fit(extent(), nanos);
            } else {
                camera.follow(extent(), nanos);
            }
            advance(nanos);
        }
    }

    private void mark() {
        // During a search the pointer must not change which elements fade.
        MapElement traced = query.isAnything() ? hover.traced() : null;
        hover.update(traced == null ? Set.of() : picture.targets(traced), frame.streams());
        if (picture.mark(new SelectedTargets(selection), query, hover.path())) {
            version.changedWhole();
        }
    }
}
