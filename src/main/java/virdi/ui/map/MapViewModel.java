package virdi.ui.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.Frame;
import virdi.ui.map.BasinShape.Form;
import virdi.ui.sign.Targets;

/**
 * What the map shows and where: takes frames, sizes, times and intentions, and keeps the picture that painters draw. FX
 * thread only; knows no scene.
 *
 * <p>A frame changes what things say at once. It changes where things are only when rows come or go, the ranking has
 * dwelt, the view was resized or the user unfolded something; then they glide.
 */
final class MapViewModel {
    private final Folding folding = new Folding();
    private final Ranking ranking = new Ranking();
    private final BasinLayout layout = new BasinLayout();
    private final Camera camera = new Camera();
    private final ToDoubleFunction<String> whyRuler;
    private final Map<ResourceId, Form> pinned = new HashMap<>();
    private final Map<ResourceId, BasinPicture> pictures = new LinkedHashMap<>();

    private Frame frame = Frame.EMPTY;
    private List<BasinShape> shapes = List.of();
    private Arrangement arrangement = Arrangement.EMPTY;
    private FindQuery query = FindQuery.ANYTHING;
    private Set<Target> selection = Set.of();
    private double width;
    private double height;
    private boolean resting = true;
    private boolean moving;
    private boolean held;
    private long stillVersion;

    /** @param whyRuler how wide a piece of a Why sentence is, in map units */
    MapViewModel(ToDoubleFunction<String> whyRuler) {
        this.whyRuler = whyRuler;
    }

    Camera camera() {
        return camera;
    }

    /** All basins on the map. */
    Collection<BasinPicture> basins() {
        return pictures.values();
    }

    @Nullable
    BasinPicture basin(ResourceId id) {
        return pictures.get(id);
    }

    boolean isEmpty() {
        return pictures.isEmpty();
    }

    /** Rises whenever what stands still has moved, faded or been selected, so that all of it must be drawn again. */
    long stillVersion() {
        return stillVersion;
    }

    /** All of the picture in map units. */
    Box extent() {
        return arrangement.bounds();
    }

    /**
     * Takes a new frame.
     *
     * @param nanos pulse time
     */
    void show(Frame newFrame, long nanos) {
        frame = newFrame;
        refresh(nanos, false);
    }

    /** Takes the size of the view, in pixels. */
    void resize(double newWidth, double newHeight, long nanos) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            refresh(nanos, true);
            camera.resize(width, height, extent());
            stillVersion++;
        }
    }

    /**
     * Moves on to a time.
     *
     * @return whether the picture will look different a moment later
     */
    boolean advance(long nanos) {
        if (!resting) {
            resting = true;
            for (BasinPicture picture : pictures.values()) {
                resting &= picture.advance(nanos);
            }
            stillVersion++;
        }
        if (camera.advance(nanos)) {
            stillVersion++;
        }
        return moving && !held || !resting || camera.isGliding();
    }

    /** Tells whether the flow stands still because somebody looks at it. */
    void hold(boolean still) {
        held = still;
    }

    boolean isHeld() {
        return held;
    }

    void fit(long nanos) {
        camera.fit(extent(), nanos);
    }

    void pan(double dx, double dy) {
        camera.pan(dx, dy);
        stillVersion++;
    }

    void zoomAbout(double factor, double screenX, double screenY) {
        camera.zoomAbout(factor, screenX, screenY);
        stillVersion++;
    }

    /** What matches stays, the rest fades. */
    void find(String text) {
        query = FindQuery.of(text);
        mark();
    }

    void select(Set<Target> targets) {
        selection = targets;
        mark();
    }

    /** Unfolds a folded node or folds it again; gives a basin its other form. */
    void toggle(Spot spot, long nanos) {
        BasinPicture picture = pictures.get(spot.basin());
        NodeKey node = spot.node();
        if (picture == null) {
            return;
        }
        if (node == null || node.fold() == NodeKey.Fold.SIDE && picture.isCompact()) {
            pinned.put(spot.basin(), picture.isCompact() ? Form.FULL : Form.COMPACT);
        } else {
            NodeKey fold = folding.foldOf(node);
            if (fold.fold() == NodeKey.Fold.NONE) {
                return;
            }
            folding.toggle(fold);
        }
        refresh(nanos, false);
    }

    /** What is under a point of the plane; null for the ground. */
    @Nullable
    Spot spotAt(double x, double y) {
        return Hits.at(pictures.values(), x, y, camera.zoom());
    }

    /** The link below a tank under a point of the plane; null when there is none. */
    @Nullable
    Target linkAt(double x, double y) {
        return Hits.linkAt(pictures.values(), x, y, Detail.at(camera.zoom()));
    }

    /** What a spot stands for; empty when it is gone. */
    Set<Target> targets(Spot spot) {
        BasinPicture picture = pictures.get(spot.basin());
        if (picture == null) {
            return Set.of();
        }
        NodePicture node = node(spot);
        return spot.node() == null
                ? Set.of(new Target.Resource(spot.basin()))
                : node == null ? Set.of() : targets(node);
    }

    /** What stands in a part of the plane, nodes only. */
    Set<Target> targetsWithin(Box part) {
        Set<Target> within = new LinkedHashSet<>();
        for (BasinPicture picture : pictures.values()) {
            if (picture.bounds().overlaps(part)) {
                picture.forEachNode(node -> {
                    if (node.box().overlaps(part)) {
                        within.addAll(targets(node));
                    }
                });
            }
        }
        return within;
    }

    @Nullable
    NodePicture node(Spot spot) {
        BasinPicture picture = pictures.get(spot.basin());
        if (picture == null || spot.node() == null) {
            return null;
        }
        for (NodePicture node : spot.node().side() == Side.PRODUCER ? picture.producers() : picture.consumers()) {
            if (node.key().equals(spot.node())) {
                return node;
            }
        }
        return null;
    }

    /** Where a spot is now; null when it is gone. */
    @Nullable
    Box box(Spot spot) {
        BasinPicture picture = pictures.get(spot.basin());
        NodePicture node = node(spot);
        return picture == null ? null : spot.node() == null ? picture.tank() : node == null ? null : node.box();
    }

    /** Why a spot is not healthy; null when it is, or when the same reason stands below its tank already. */
    @Nullable
    Cause why(Spot spot) {
        BasinPicture picture = pictures.get(spot.basin());
        NodePicture node = node(spot);
        if (picture == null || spot.node() != null && node == null) {
            return null;
        }
        Cause below = picture.why() == null ? null : picture.basin().view().why();
        Cause own = node == null ? picture.basin().view().why() : node.node().why();
        return own == null || own.equals(below) ? null : own;
    }

    /** The spots that are selected, tanks first. */
    List<Spot> selectedSpots() {
        List<Spot> spots = new ArrayList<>();
        for (BasinPicture picture : pictures.values()) {
            if (picture.isSelected()) {
                spots.add(Spot.of(picture));
            }
        }
        for (BasinPicture picture : pictures.values()) {
            picture.forEachNode(node -> {
                if (node.isSelected()) {
                    spots.add(Spot.of(node));
                }
            });
        }
        return spots;
    }

    /** A cause's link in words. */
    String linkTo(Target culprit) {
        return "Show " + Targets.label(culprit, frame);
    }

    private static Set<Target> targets(NodePicture node) {
        Set<Target> targets = new LinkedHashSet<>();
        node.node().leads().forEach(lead -> targets.add(new Target.OneStream(lead.id())));
        return targets;
    }

    private void refresh(long nanos, boolean afresh) {
        Map<ResourceId, Basin> basins = new HashMap<>();
        List<Basin> inFrame = folding.basins(frame);
        inFrame.forEach(basin -> basins.put(basin.id(), basin));
        boolean reordered = ranking.update(inFrame, frame.nanos());
        pinned.keySet().retainAll(basins.keySet());
        List<BasinShape> wanted = new ArrayList<>(inFrame.size());
        for (ResourceId id : ranking.order()) {
            Basin basin = basins.get(id);
            if (basin != null) {
                wanted.add(new BasinShape(
                        id,
                        basin.producers().size(),
                        basin.consumers().size(),
                        ranking.isQuiet(id),
                        ranking.isExplained(id),
                        pinned.get(id)));
            }
        }
        boolean rearranged = afresh || reordered || !wanted.equals(shapes);
        if (rearranged && width > 0) {
            shapes = wanted;
            arrangement = layout.arrange(wanted, width, height, arrangement, afresh || reordered);
        }
        moving = false;
        pictures.keySet().removeIf(id -> !arrangement.placements().containsKey(id) || !basins.containsKey(id));
        arrangement.placements().forEach((id, placement) -> {
            Basin basin = basins.get(id);
            if (basin != null) {
                show(basin, placement, nanos);
            }
        });
        mark();
        if (rearranged) {
            resting = false;
            if (!pictures.isEmpty()) {
                camera.follow(extent(), nanos);
            }
            advance(nanos);
        }
    }

    private void show(Basin basin, Placement placement, long nanos) {
        Basin formed = placement.form() == Form.COMPACT ? basin.compacted() : basin;
        BasinPicture picture = pictures.computeIfAbsent(basin.id(), id -> new BasinPicture(formed, placement));
        picture.show(formed, placement, nanos);
        Cause cause = basin.view().why();
        Box room = placement.why();
        picture.explain(
                room == null || cause == null
                        ? null
                        : WhyText.of(
                                cause,
                                linkTo(cause.culprit()),
                                room.width() - 2 * Hits.WHY_PADDING,
                                Hits.WHY_LINES,
                                whyRuler));
        moving |= picture.isMoving();
    }

    /** Marks what is selected and what is found. */
    private void mark() {
        boolean changed = false;
        Selected selected = new Selected(selection);
        for (BasinPicture picture : pictures.values()) {
            boolean[] some = {query.matches(picture.basin().view())};
            boolean[] moved = {false};
            picture.forEachNode(node -> {
                boolean found = query.isAnything() || query.matches(node.node());
                some[0] |= found;
                moved[0] |= found != node.isFound();
                node.mark(selected.has(node.node()), found);
            });
            changed |= moved[0] || some[0] != picture.isFound();
            picture.mark(selected.has(picture.id()), some[0]);
        }
        if (changed) {
            stillVersion++;
        }
    }
}
