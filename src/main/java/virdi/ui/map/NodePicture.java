package virdi.ui.map;

/** A node where it is drawn. FX thread only; lives as long as its key is on the map. */
final class NodePicture {
    private MapNode node;
    private Glide glide;
    private Box box;
    private double portY;
    private boolean selected;
    private boolean found = true;

    NodePicture(MapNode node, Box place) {
        this.node = node;
        this.glide = Glide.resting(place);
        this.box = place;
        this.portY = place.centreY();
    }

    MapNode node() {
        return node;
    }

    NodeKey key() {
        return node.key();
    }

    /** Where it is now. */
    Box box() {
        return box;
    }

    /** At which height its pipe meets the tank now. */
    double portY() {
        return portY;
    }

    boolean isSelected() {
        return selected;
    }

    /** Whether it matches what is searched for; so when nothing is. */
    boolean isFound() {
        return found;
    }

    void show(MapNode newNode) {
        node = newNode;
    }

    void mark(boolean nowSelected, boolean nowFound) {
        selected = nowSelected;
        found = nowFound;
    }

    void headFor(Box place, long nanos) {
        glide = glide.towards(place, nanos);
    }

    /** Where its pipe begins, at the card's edge towards the tank. */
    double pipeX() {
        return node.isProducer() ? box.right() : box.x();
    }

    void advance(long nanos, Box tank, int row, int rows) {
        box = glide.at(nanos);
        portY = Placement.portY(tank, row, rows);
    }

    boolean isResting(long nanos) {
        return glide.isResting(nanos);
    }
}
