package virdi.ui.map.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.ui.map.content.Basin;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.layout.Arrangement;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.layout.Placement;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.Glide;

/** A basin and its present place on the map. It lives as long as its resource is on the map. FX thread only. */
public final class BasinPicture {
    /** Map units that a basin is drawn beyond its bounds: less than half of the gap between two basins. */
    public static final double SPILL = 14;
    /** Map units from the centre of a tank to either end of its name, state and sign. */
    static final double TANK_REACH = 176;

    private Basin basin;
    private Placement placement;
    private Glide tankGlide;
    private Box tank;
    private List<NodePicture> producers = List.of();
    private List<NodePicture> consumers = List.of();
    private Sparkline sparkline = Sparkline.NONE;
    private boolean selected;
    private boolean found = true;
    private @Nullable WhyText why;
    private boolean resting = true;
    private Box bounds;
    private long moves;

    BasinPicture(Basin basin, Placement placement) {
        this.basin = basin;
        this.placement = placement;
        this.tankGlide = Glide.resting(placement.tank());
        this.tank = placement.tank();
        this.bounds = placement.bounds();
    }

    public Basin basin() {
        return basin;
    }

    public MapElement element() {
        return new MapElement(basin.id(), null, null);
    }

    public ResourceId id() {
        return basin.id();
    }

    public Placement placement() {
        return placement;
    }

    public boolean isCompact() {
        return placement.form() == BasinShape.Form.COMPACT;
    }

    /** Returns whether only the tank is here and its rows are on the clients' cards. */
    public boolean isOpen() {
        return placement.form() == BasinShape.Form.OPEN;
    }

    /** Returns the present box of the tank. */
    public Box tank() {
        return tank;
    }

    public List<NodePicture> producers() {
        return producers;
    }

    public List<NodePicture> consumers() {
        return consumers;
    }

    public void forEachNode(Consumer<NodePicture> visitor) {
        producers.forEach(visitor);
        consumers.forEach(visitor);
    }

    /** Visits the nodes that may be drawn within a part of the plane. */
    public void forEachNode(Box within, Consumer<NodePicture> visitor) {
        for (List<NodePicture> side : List.of(producers, consumers)) {
            for (NodePicture node : side) {
                if (node.touches(within, tank)) {
                    visitor.accept(node);
                }
            }
        }
    }

    public boolean isSelected() {
        return selected;
    }

    public boolean isFound() {
        return found;
    }

    /** Returns the sentence below the tank; null for none. */
    public @Nullable WhyText why() {
        return why;
    }

    void explain(@Nullable WhyText text) {
        why = text;
    }

    /** Returns the last minute of its level; {@link Sparkline#NONE} when the zoom is too small for a chart. */
    public Sparkline sparkline() {
        return sparkline;
    }

    void recall(Sparkline newSpark) {
        sparkline = newSpark;
    }

    void mark(boolean nowSelected, boolean nowFound) {
        selected = nowSelected;
        found = nowFound;
    }

    /**
     * Returns the present box of the whole basin. It moves with the tank. During a motion it also includes all nodes on
     * their way and a tank that grows or shrinks.
     */
    public Box bounds() {
        return bounds;
    }

    /** Returns the box of the tank with its name and state. */
    public Box tankReach() {
        return new Box(
                tank.centreX() - TANK_REACH,
                tank.y() - BasinShape.HEAD - SPILL,
                2 * TANK_REACH,
                tank.height() + BasinShape.HEAD + BasinShape.FOOT + 2 * SPILL);
    }

    /** Returns the box of the state below the tank. Fewer pipes are near it than near the walls of the tank. */
    public Box stateReach() {
        return new Box(tank.centreX() - TANK_REACH, tank.bottom(), 2 * TANK_REACH, BasinShape.FOOT + SPILL);
    }

    private void measure() {
        Box all = placement
                .bounds()
                .movedBy(
                        tank.x() - placement.tank().x(),
                        tank.centreY() - placement.tank().centreY());
        if (!resting) {
            all = all.union(tankReach());
            for (List<NodePicture> side : List.of(producers, consumers)) {
                for (NodePicture node : side) {
                    all = all.union(node.reach(tank));
                }
            }
        }
        bounds = all;
    }

    /**
     * Takes over the basin of a new frame and its place. Nodes without a place stay invisible.
     *
     * @param rows the nodes that the places belong to
     * @return whether the set of nodes has changed
     */
    boolean show(Basin newBasin, Placement newPlacement, Arrangement.Rows rows, long nanos) {
        boolean placed = !placement.equals(newPlacement);
        basin = newBasin;
        placement = newPlacement;
        tankGlide = tankGlide.towards(newPlacement.tank(), nanos);
        List<NodePicture> producersBefore = producers;
        List<NodePicture> consumersBefore = consumers;
        producers = taken(producers, newBasin.producers(), rows.producers(), newPlacement.producers(), nanos);
        consumers = taken(consumers, newBasin.consumers(), rows.consumers(), newPlacement.consumers(), nanos);
        boolean others = !producers.equals(producersBefore) || !consumers.equals(consumersBefore);
        if (placed || others) {
            moves++;
            resting = false;
            measure();
        }
        return others;
    }

    /** Increases whenever a part of the basin moves. */
    public long moves() {
        return moves;
    }

    /** Returns the updated pictures; the same list when the nodes are the same. */
    private static List<NodePicture> taken(
            List<NodePicture> before, List<MapNode> nodes, List<NodeKey> rows, List<Box> places, long nanos) {
        if (!isAsBefore(before, nodes, rows)) {
            return sorted(before, nodes, rows, places, nanos);
        }
        for (int row = 0; row < before.size(); row++) {
            NodePicture picture = before.get(row);
            picture.show(nodes.get(picture.source()), picture.source());
            picture.headFor(places.get(row), nanos);
        }
        return before;
    }

    /**
     * Returns whether each row has the same node at the same index as in the last frame, so that no look-up is
     * necessary.
     */
    private static boolean isAsBefore(List<NodePicture> before, List<MapNode> nodes, List<NodeKey> rows) {
        if (before.size() != rows.size()) {
            return false;
        }
        for (int row = 0; row < before.size(); row++) {
            NodePicture picture = before.get(row);
            if (picture.source() >= nodes.size()
                    || !nodes.get(picture.source()).key().equals(rows.get(row))
                    || !picture.key().equals(rows.get(row))) {
                return false;
            }
        }
        return true;
    }

    private static List<NodePicture> sorted(
            List<NodePicture> before, List<MapNode> nodes, List<NodeKey> rows, List<Box> places, long nanos) {
        Map<NodeKey, NodePicture> known = new HashMap<>();
        before.forEach(picture -> known.put(picture.key(), picture));
        Map<NodeKey, Integer> sources = new HashMap<>();
        for (int source = 0; source < nodes.size(); source++) {
            sources.put(nodes.get(source).key(), source);
        }
        List<NodePicture> taken = new ArrayList<>(nodes.size());
        for (int row = 0; row < rows.size(); row++) {
            Integer source = sources.get(rows.get(row));
            if (source == null) {
                continue;
            }
            MapNode node = nodes.get(source);
            Box place = places.get(row);
            NodePicture picture = known.get(node.key());
            if (picture == null) {
                picture = new NodePicture(node, place);
            } else {
                picture.headFor(place, nanos);
            }
            picture.show(node, source);
            taken.add(picture);
        }
        return taken;
    }

    /**
     * Moves everything to its place at a time.
     *
     * @return whether nothing moves any more
     */
    boolean advance(long nanos) {
        boolean rested = resting;
        if (!rested) {
            moves++;
        }
        tank = tankGlide.at(nanos);
        resting = tankGlide.isResting(nanos);
        Box mouth = isOpen() ? placement.mouth() : tank;
        for (List<NodePicture> side : List.of(producers, consumers)) {
            for (int row = 0; row < side.size(); row++) {
                NodePicture picture = side.get(row);
                picture.advance(nanos, tank, mouth, side, row);
                resting &= picture.isResting(nanos);
            }
        }
        if (!rested) {
            measure();
        }
        return resting;
    }

    /** Ends all motion at once. An element under the user's pointer must follow it without delay. */
    void jump() {
        resting = false;
        tankGlide = Glide.resting(placement.tank());
        producers.forEach(NodePicture::jump);
        consumers.forEach(NodePicture::jump);
    }

    /** Returns whether units flow into or out of the tank. */
    public boolean isMoving() {
        return basin.view().inPerMinute() > 0 || basin.view().outPerMinute() > 0;
    }
}
