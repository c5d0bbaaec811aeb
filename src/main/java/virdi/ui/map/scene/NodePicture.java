package virdi.ui.map.scene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.layout.Placement;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.Glide;

/** A node and its present place on the map. It lives as long as its key is on the map. FX thread only. */
public final class NodePicture {
    /** Map units that the count and sign of a card are drawn beyond it. */
    private static final double CARD_SPILL = 20;

    /** Map units above and below the middle of a card that text may take. */
    private static final double WRITTEN = 29;

    /** Map units that a valve reaches beside its pipe, including its pace below it. */
    private static final double VALVE_SPILL = 34;

    /** Map units that the rounded end of a pipe, or the units packed in it, reach beside it. */
    private static final double PIPE_SPILL = 6;

    /** 2^32 divided by the golden ratio. It spreads similar hash codes over all numbers. */
    private static final int SCATTER = 0x9E3779B1;

    private final double phase;
    private MapNode node;
    private int source;
    private Glide glide;
    private Box box;
    private double portY;
    private double mouthX;
    private @Nullable NodePicture next;
    private Sparkline sparkline = Sparkline.NONE;
    private boolean selected;
    private boolean found = true;
    private boolean turned;

    NodePicture(MapNode node, Box place) {
        this.node = node;
        this.phase = phase(node.key());
        this.glide = Glide.resting(place);
        this.box = place;
        this.portY = place.centreY();
    }

    public MapNode node() {
        return node;
    }

    /** Returns the streams that represent its members. */
    public Set<Target> targets() {
        Set<Target> targets = new LinkedHashSet<>();
        node.leads().forEach(lead -> targets.add(new Target.OneStream(lead.id())));
        return targets;
    }

    public MapElement element() {
        return new MapElement(node.key().resource(), node.key(), null);
    }

    public NodeKey key() {
        return node.key();
    }

    /** Returns how far the dots on its pipe are ahead of others, 0 to 1. Without this, all dots would move in step. */
    public double phase() {
        return phase;
    }

    /** Returns a number that differs between nodes but is always the same for one node. */
    private static double phase(NodeKey key) {
        int any = Objects.hash(key.resource().value(), key.client(), key.name()) * SCATTER;
        return (any >>> 1) / (double) Integer.MAX_VALUE;
    }

    /** Returns its present box. */
    public Box box() {
        // The box of a card's row reaches to the start of its pipe, under other cards. Return only the part on its own
        // card.
        double over = box.width() - BasinShape.CARD_WIDTH;
        return over <= 0
                ? box
                : new Box(node.isProducer() ? box.x() : box.x() + over, box.y(), box.width() - over, box.height());
    }

    /** Returns whether it is a row of a client's card. */
    public boolean isRow() {
        return node.key().fold() == NodeKey.Fold.CARD;
    }

    /**
     * Returns the distance in map units, positive to the right, from the wall of its tank to the end of its pipe there.
     * It is not zero where the pipe ends at the edge of a layer of tanks.
     */
    public double mouthX() {
        return mouthX;
    }

    /** Returns the present height at which its pipe meets the tank. */
    public double portY() {
        return portY;
    }

    /** Returns whether its rates stand above its pipe. This is so when the pipe does not bend upwards at the card. */
    boolean isLabelledAbove() {
        return portY >= box.centreY() - 0.5;
    }

    /** Returns the node with the next pipe on the side of its rates; null for none. */
    @Nullable
    NodePicture next() {
        return next;
    }

    public boolean isSelected() {
        return selected;
    }

    /** Returns whether it matches the search and lies on the traced path. True without a search and a path. */
    public boolean isFound() {
        return found;
    }

    /**
     * Returns whether the user turns its valve, or the new setting is not confirmed yet. Then it is not in the static
     * part.
     */
    public boolean isTurned() {
        return turned;
    }

    public void turn(boolean nowTurned) {
        turned = nowTurned;
    }

    /** Returns the last minute of its flow; {@link Sparkline#NONE} when the zoom is too small for a chart. */
    public Sparkline sparkline() {
        return sparkline;
    }

    void recall(Sparkline newSpark) {
        sparkline = newSpark;
    }

    /**
     * Takes over the node of a new frame.
     *
     * @param newSource the node's index among the nodes of its side in the frame
     */
    void show(MapNode newNode, int newSource) {
        node = newNode;
        source = newSource;
    }

    /** Returns its index in the last frame among the nodes of its side. */
    int source() {
        return source;
    }

    void mark(boolean nowSelected, boolean nowFound) {
        selected = nowSelected;
        found = nowFound;
    }

    /** Returns its box at the end of the present motion. */
    public Box place() {
        return glide.to();
    }

    void headFor(Box place, long nanos) {
        glide = glide.towards(place, nanos);
    }

    void jump() {
        glide = Glide.resting(glide.to());
    }

    /** Returns the x of its pipe's end at the card, or at the edge of all cards. */
    public double pipeX() {
        return node.isProducer() ? box.right() : box.x();
    }

    /** Returns whether a part of it may lie within a part of the plane, including its pipe and text. */
    public boolean touches(Box part, Box tank) {
        return reach(tank).overlaps(part)
                && (written().overlaps(part) || Pipe.of(this, tank).crosses(part.grownBy(pipeSpill())));
    }

    /** Returns the box of its card and the text beside it. */
    public Box written() {
        double room = PipeLabel.ROOM;
        double left = node.isProducer() ? box.x() - CARD_SPILL : box().x() - room;
        double right = node.isProducer() ? box().right() + room : box.right() + CARD_SPILL;
        return new Box(left, box.centreY() - WRITTEN, right - left, 2 * WRITTEN);
    }

    /** Returns the box of everything, including its pipe. */
    public Box reach(Box tank) {
        double end = node.isProducer() ? tank.x() : tank.right();
        double spill = VALVE_SPILL;
        return Box.between(box().x(), box().centreY(), end, portY)
                .union(Box.between(box().right(), box().centreY(), end, portY))
                .grownBy(spill)
                .union(written());
    }

    private double pipeSpill() {
        return isHeld() ? VALVE_SPILL : PIPE_SPILL;
    }

    /** Returns whether an operator throttled or paused it. Then a valve is in the middle of its pipe. */
    public boolean isHeld() {
        return node.pipeStyle() == PipeStyle.PAUSED || node.pipeStyle() == PipeStyle.THROTTLED;
    }

    /** Returns the box of its valve with the text there, even if it has no valve now. */
    public Box valve(Box tank) {
        Pipe pipe = Pipe.of(this, tank);
        return new Box(pipe.x(0.5), pipe.y(0.5), 0, 0).grownBy(VALVE_SPILL);
    }

    /**
     * Moves the node to its place at a time.
     *
     * @param side all nodes of its side, from top to bottom
     * @param row its index among them
     */
    void advance(long nanos, Box tank, Box mouth, List<NodePicture> side, int row) {
        box = glide.at(nanos);
        mouthX = node.isProducer() ? mouth.x() - tank.x() : mouth.right() - tank.right();
        portY = Placement.portY(tank, row, side.size());
        int beside = isLabelledAbove() ? row - 1 : row + 1;
        next = beside < 0 || beside >= side.size() ? null : side.get(beside);
    }

    boolean isResting(long nanos) {
        return glide.isResting(nanos);
    }
}
