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

/** A node where it is drawn. FX thread only; lives as long as its key is on the map. */
public final class NodePicture {
    /** How far a card's count and sign are drawn beyond it. */
    private static final double CARD_SPILL = 20;

    /** How far above and below its middle something is written at a card. */
    private static final double WRITTEN = 29;

    /** How far beside a pipe a valve reaches, with its pace below it. */
    private static final double VALVE_SPILL = 34;

    /** How far beside its body the rounded end of a pipe reaches, or what is packed in it. */
    private static final double PIPE_SPILL = 6;

    /** Spreads neighbouring numbers over all numbers: 2^32 by the golden ratio. */
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

    /** The streams that speak for its members. */
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

    /** How far the dots on its pipe are ahead of those on others, 0 to 1. */
    public double phase() {
        return phase;
    }

    /** Any that is a node's own, and the same each time. */
    private static double phase(NodeKey key) {
        int any = Objects.hash(key.resource().value(), key.client(), key.name()) * SCATTER;
        return (any >>> 1) / (double) Integer.MAX_VALUE;
    }

    /** Where it is now. */
    public Box box() {
        // The box of a card's row reaches on to where its pipe begins, under other cards.
        double over = box.width() - BasinShape.CARD_WIDTH;
        return over <= 0
                ? box
                : new Box(node.isProducer() ? box.x() : box.x() + over, box.y(), box.width() - over, box.height());
    }

    /** Whether it is a row of a client's card. */
    public boolean isRow() {
        return node.key().fold() == NodeKey.Fold.CARD;
    }

    /** How far before its tank the pipe ends, or behind it begins: where a layer of tanks does; to the right. */
    public double mouthX() {
        return mouthX;
    }

    /** At which height its pipe meets the tank now. */
    public double portY() {
        return portY;
    }

    /** Whether its rates stand above its pipe, which then does not come from there. */
    boolean isLabelledAbove() {
        return portY >= box.centreY() - 0.5;
    }

    /** Whose pipe is the next one on the side of its rates; null when there is none. */
    @Nullable
    NodePicture next() {
        return next;
    }

    public boolean isSelected() {
        return selected;
    }

    /** Whether it matches what is searched for and lies on the path that is traced; so when nothing is. */
    public boolean isFound() {
        return found;
    }

    /** Whether its valve is being turned, or waits to be as it was turned: then it does not stand still. */
    public boolean isTurned() {
        return turned;
    }

    public void turn(boolean nowTurned) {
        turned = nowTurned;
    }

    /** Its last minute; {@link Sparkline#NONE} where nobody is near enough to see it. */
    public Sparkline sparkline() {
        return sparkline;
    }

    void recall(Sparkline newSpark) {
        sparkline = newSpark;
    }

    /** @param newSource the node's index among those of its side in the frame */
    void show(MapNode newNode, int newSource) {
        node = newNode;
        source = newSource;
    }

    /** Where its node was in the last frame among those of its side. */
    int source() {
        return source;
    }

    void mark(boolean nowSelected, boolean nowFound) {
        selected = nowSelected;
        found = nowFound;
    }

    /** Where it belongs. */
    public Box place() {
        return glide.to();
    }

    void headFor(Box place, long nanos) {
        glide = glide.towards(place, nanos);
    }

    void jump() {
        glide = Glide.resting(glide.to());
    }

    /** Where its pipe begins, at the edge of the card, or of all cards, towards the tank. */
    public double pipeX() {
        return node.isProducer() ? box.right() : box.x();
    }

    /** Whether some part of it, its pipe and what is written there included, may be within a part of the plane. */
    public boolean touches(Box part, Box tank) {
        return reach(tank).overlaps(part)
                && (written().overlaps(part) || Pipe.of(this, tank).crosses(part.grownBy(pipeSpill())));
    }

    /** Its card, and what is written at it. */
    public Box written() {
        double room = PipeLabel.ROOM;
        double left = node.isProducer() ? box.x() - CARD_SPILL : box().x() - room;
        double right = node.isProducer() ? box().right() + room : box.right() + CARD_SPILL;
        return new Box(left, box.centreY() - WRITTEN, right - left, 2 * WRITTEN);
    }

    /** All of it, its pipe included. */
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

    /** Whether an operator has throttled or paused it: then there is a valve in the middle of its pipe. */
    public boolean isHeld() {
        return node.pipeStyle() == PipeStyle.PAUSED || node.pipeStyle() == PipeStyle.THROTTLED;
    }

    /** Where its valve is, or would be, with what is written there. */
    public Box valve(Box tank) {
        Pipe pipe = Pipe.of(this, tank);
        return new Box(pipe.x(0.5), pipe.y(0.5), 0, 0).grownBy(VALVE_SPILL);
    }

    /**
     * @param side all nodes of its side, from above
     * @param row its place among them
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
