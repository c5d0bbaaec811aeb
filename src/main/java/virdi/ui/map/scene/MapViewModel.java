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
 * What the map shows and where: takes frames, sizes, times and intentions, and keeps the picture that painters draw. FX
 * thread only; knows no scene.
 *
 * <p>A frame changes what things say at once. It changes where things are only when rows come or go, the ranking has
 * dwelt, the view was resized or the user unfolded something; then they glide.
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
     * @param whyRuler how wide a piece of a Why sentence is, in map units
     * @param runner works out large layouts
     * @param arrival is called when one has come: {@link #settle} is due
     */
    public MapViewModel(ToDoubleFunction<String> whyRuler, LayoutRunner runner, Runnable arrival) {
        explanations = new WhyTexts(whyRuler);
        layouts = new LayoutScheduler(runner, arrival);
        closeness = new CloseUpExpansion(layouts, anchor);
    }

    public Camera camera() {
        return camera;
    }

    /** All that is drawn, where it is now; to be looked at only. */
    public MapPicture picture() {
        return picture;
    }

    public Collection<BasinPicture> basins() {
        return picture.basins();
    }

    /** The cards of all clients; none by resource. */
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

    /** Arranges everything anew by resource or by client, and shows all of it. */
    public void arrangeBy(MapOrder order, long nanos) {
        if (order != layouts.order()) {
            layouts.arrangeBy(order);
            camera.resume();
            fitDue = true;
            refresh(nanos, true);
        }
    }

    /** Takes over a layout that has come. */
    public void settle(long nanos) {
        refresh(nanos, false);
    }

    /** Counts changes of the static part; to be read only. */
    public PictureVersion version() {
        return version;
    }

    /** Whether more is in view than is drawn anew in every pulse. */
    public boolean isCrowded() {
        return picture.nodesAround(camera.visible()) > RenderPolicy.FLUENT_NODES;
    }

    /** Whether dots and liquids move. */
    public boolean isFlowing() {
        return moving && !held;
    }

    /** All of the picture in map units. */
    public Box extent() {
        return layouts.arrangement().bounds();
    }

    /**
     * Takes a new frame.
     *
     * @param nanos pulse time
     */
    public void show(Frame newFrame, long nanos) {
        frame = newFrame;
        refresh(nanos, false);
    }

    /** Takes the size of the view, in pixels. */
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
     * Moves on to a time.
     *
     * @return whether the picture will look different a moment later
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

    /** Tells whether the flow stands still because somebody looks at it. */
    public void hold(boolean still) {
        held = still;
    }

    boolean isHeld() {
        return held;
    }

    /** Has all that stands still drawn anew: where pipes cross, nothing can be taken away from what is drawn. */
    public void redraw() {
        version.changedWhole();
    }

    /** Shows all of the picture, and follows it from now on. */
    public void fit(long nanos) {
        camera.resume();
        closeness.leave();
        refresh(nanos, false);
        camera.fit(extent(), nanos);
    }

    /**
     * What somebody would drag who takes hold of a point of the plane: by resource a basin, by its tank or any of its
     * cards; by client a tank or a card. Null for the ground and for pipes.
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

    /** Of what can be dragged: its upper left corner is what a pin holds. Null when it is gone. */
    public @Nullable Box grasp(MapElement element) {
        BasinPicture basin = picture.basin(element.basin());
        return basin == null ? picture.box(element) : basin.isOpen() ? ClientLayout.cell(basin.tank()) : basin.bounds();
    }

    /** Puts the upper left corner of what can be dragged at a point of the plane, and lets the others make room. */
    public void pin(MapElement element, double x, double y, long nanos) {
        camera.stay();
        layouts.pin(element, x, y);
        refresh(nanos, false, false);
        picture.jump(element);
    }

    public boolean isPinned(MapElement element) {
        return layouts.isPinned(element);
    }

    /** All pins as text, for the next start. */
    public String pins() {
        return layouts.pins();
    }

    /** Takes over pins from such a text. */
    public void takePins(String text, long nanos) {
        layouts.takePins(text);
        refresh(nanos, false);
    }

    /** Takes out all pins of this arrangement: everything goes where it would have been. */
    public void tidy(long nanos) {
        layouts.tidy();
        refresh(nanos, false);
    }

    /** Shows what is selected as large as it fits; all of the picture when nothing is. */
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

    /** What matches stays, the rest fades. */
    public void find(String text) {
        query = FindQuery.of(text);
        mark();
    }

    /** What shows its last minute. */
    public Sparklines sparklines() {
        return sparklines;
    }

    /** What is searched for. */
    FindQuery query() {
        return query;
    }

    /** Takes note of what the pointer is at: once it rests there, the whole path through it stays and the rest fades. */
    public void point(@Nullable MapElement element) {
        hover.point(element);
    }

    /** Whether a path is traced. */
    public boolean isTracing() {
        return hover.path() != null;
    }

    public void select(Set<Target> targets) {
        selection = targets;
        mark();
    }

    /** Unfolds a folded node or folds it again; gives a basin its other form. */
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

    /** What is under a point of the plane; null for the ground. */
    public @Nullable MapElement elementAt(double x, double y) {
        return HitTest.at(picture, x, y, camera.zoom());
    }

    /** The link below a tank under a point of the plane; null when there is none. */
    public @Nullable Target linkAt(double x, double y) {
        return HitTest.linkAt(picture.basins(), x, y, DetailLevel.at(camera.zoom()));
    }

    /** What an element stands for; empty when it is gone. */
    public Set<Target> targets(MapElement element) {
        return picture.targets(element);
    }

    public @Nullable NodePicture node(MapElement element) {
        return picture.node(element);
    }

    /** Where an element is now; null when it is gone. */
    public @Nullable Box box(MapElement element) {
        return picture.box(element);
    }

    /** The elements that are selected: tanks first, then clients, then what is not part of those. */
    public List<MapElement> selectedElements() {
        return picture.selectedElements();
    }

    /** A cause's link in words; blank where the culprit is just what it is the cause of. */
    String linkTo(Target culprit, MapElement about) {
        return targets(about).equals(Set.of(culprit)) ? "" : WhyTexts.link(culprit, frame);
    }

    private void refresh(long nanos, boolean afresh) {
        refresh(nanos, afresh, !camera.isFollowing());
    }

    /** @param anchored whether what is looked at goes on to be seen where it is, wherever it belongs now */
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

    /** Marks what is selected, what is found and what is on the path. */
    private void mark() {
        // What is searched for stays, whatever the pointer rests on.
        MapElement traced = query.isAnything() ? hover.traced() : null;
        hover.update(traced == null ? Set.of() : picture.targets(traced), frame.streams());
        if (picture.mark(new SelectedTargets(selection), query, hover.path())) {
            version.changedWhole();
        }
    }
}
