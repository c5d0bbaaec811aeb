package virdi.ui.map;

import java.util.List;

/** A client's card where it is drawn. FX thread only; lives as long as its key is on the map. */
final class CardPicture {
    private ClientCard card;
    private Glide glide;
    private Box box;
    private List<NodePicture> rows = List.of();
    private Sparkline sparkline = Sparkline.NONE;
    private boolean selected;
    private boolean found = true;

    CardPicture(ClientCard card, Box place) {
        this.card = card;
        this.glide = Glide.resting(place);
        this.box = place;
    }

    ClientCard card() {
        return card;
    }

    CardKey key() {
        return card.key();
    }

    /** Where it is now. */
    Box box() {
        return box;
    }

    /** Where it belongs. */
    Box destination() {
        return glide.to();
    }

    /** Its name and state, above its rows. */
    Box head() {
        return new Box(box.x(), box.y(), box.width(), ClientShape.HEAD);
    }

    /** The rows that are on the map, upper to lower. */
    List<NodePicture> rows() {
        return rows;
    }

    boolean isProducer() {
        return card.key().side() == Side.PRODUCER;
    }

    boolean isSelected() {
        return selected;
    }

    boolean isFound() {
        return found;
    }

    /** Its last minute; {@link Sparkline#NONE} where nobody is near enough to see it. */
    Sparkline sparkline() {
        return sparkline;
    }

    void recall(Sparkline newSpark) {
        sparkline = newSpark;
    }

    void show(ClientCard newCard) {
        card = newCard;
    }

    void arrange(Box place, List<NodePicture> newRows, long nanos) {
        rows = newRows;
        glide = glide.towards(place, nanos);
    }

    void mark(boolean nowSelected, boolean nowFound) {
        selected = nowSelected;
        found = nowFound;
    }

    /** Is where it belongs at once, with its rows. */
    void jump() {
        glide = Glide.resting(glide.to());
        rows.forEach(NodePicture::jump);
    }

    /**
     * Moves on to a time.
     *
     * @return whether it is where it belongs
     */
    boolean advance(long nanos) {
        box = glide.at(nanos);
        return glide.isResting(nanos);
    }
}
