package virdi.ui.map.scene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import virdi.model.Target;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.ClientCard;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.Side;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.layout.ClientShape;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.Glide;

/** A client's card and its present place on the map. It lives as long as its key is on the map. FX thread only. */
public final class CardPicture {
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

    public ClientCard card() {
        return card;
    }

    /** Returns the card's clients as targets. */
    public Set<Target> targets() {
        Set<Target> targets = new LinkedHashSet<>();
        card.clients().forEach(client -> targets.add(new Target.Client(client)));
        return targets;
    }

    public MapElement element() {
        return new MapElement(null, null, card.key());
    }

    public CardKey key() {
        return card.key();
    }

    /** Returns its present box. */
    public Box box() {
        return box;
    }

    /** Returns its box at the end of the present motion. */
    Box destination() {
        return glide.to();
    }

    /** Returns the box of its name and state, above its rows. */
    public Box head() {
        return new Box(box.x(), box.y(), box.width(), ClientShape.HEAD);
    }

    /** Returns its visible rows, from top to bottom. */
    public List<NodePicture> rows() {
        return rows;
    }

    public boolean isProducer() {
        return card.key().side() == Side.PRODUCER;
    }

    public boolean isSelected() {
        return selected;
    }

    public boolean isFound() {
        return found;
    }

    /** Returns the last minute of its flow; {@link Sparkline#NONE} when the zoom is too small for a chart. */
    public Sparkline sparkline() {
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

    /** Ends the motion of the card and its rows at once. */
    void jump() {
        glide = Glide.resting(glide.to());
        rows.forEach(NodePicture::jump);
    }

    /**
     * Moves the card to its place at a time.
     *
     * @return whether it does not move any more
     */
    boolean advance(long nanos) {
        box = glide.at(nanos);
        return glide.isResting(nanos);
    }
}
