package virdi.ui.map.scene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.Severity;
import virdi.ui.map.content.Basin;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.ClientCard;
import virdi.ui.map.content.FindQuery;
import virdi.ui.map.content.FlowPath;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapScene;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.SelectedTargets;
import virdi.ui.map.content.Side;
import virdi.ui.map.layout.Arrangement;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.layout.Placement;
import virdi.ui.map.plane.Box;

/**
 * All tanks, nodes and cards with their present places. When the map is arranged by client, nodes are rows of cards.
 * Painters need not know the arrangement. FX thread only.
 */
public final class MapPicture {
    private final Map<ResourceId, BasinPicture> basins = new LinkedHashMap<>();
    private final Map<CardKey, CardPicture> cards = new LinkedHashMap<>();
    /** The arrangement that the cards have now. */
    private Arrangement arranged = Arrangement.EMPTY;

    Collection<BasinPicture> basins() {
        return basins.values();
    }

    Collection<CardPicture> cards() {
        return cards.values();
    }

    @Nullable
    BasinPicture basin(@Nullable ResourceId id) {
        return id == null ? null : basins.get(id);
    }

    @Nullable
    CardPicture card(@Nullable CardKey key) {
        return key == null ? null : cards.get(key);
    }

    /** Takes over the contents of a scene that have a place. */
    void show(MapScene scene, Arrangement arrangement, long nanos) {
        Map<ResourceId, Basin> present = new HashMap<>();
        scene.basins().forEach(basin -> present.put(basin.id(), basin));
        boolean others =
                basins.keySet().removeIf(id -> !arrangement.placements().containsKey(id) || !present.containsKey(id));
        for (Map.Entry<ResourceId, Placement> place : arrangement.placements().entrySet()) {
            ResourceId id = place.getKey();
            Placement placement = place.getValue();
            Basin basin = present.get(id);
            if (basin != null) {
                Basin formed = placement.form() == BasinShape.Form.COMPACT ? basin.compacted() : basin;
                others |= basins.computeIfAbsent(id, key -> new BasinPicture(formed, placement))
                        .show(formed, placement, arrangement.rows().getOrDefault(id, Arrangement.Rows.NONE), nanos);
            }
        }
        if (others || !arrangement.equals(arranged) || !showCards(scene.cards())) {
            arranged = arrangement;
            arrangeCards(scene.cards(), arrangement, nanos);
        }
    }

    /**
     * Updates cards that have the same rows and places as before.
     *
     * @return whether these are all cards
     */
    private boolean showCards(List<ClientCard> present) {
        int known = 0;
        for (ClientCard card : present) {
            CardPicture picture = cards.get(card.key());
            if (picture != null) {
                picture.show(card);
                known++;
            }
        }
        return known == present.size() && known == cards.size();
    }

    private void arrangeCards(List<ClientCard> present, Arrangement arrangement, long nanos) {
        Map<CardKey, List<NodePicture>> rows = new HashMap<>();
        if (!arrangement.cards().isEmpty()) {
            forEachNode(node -> rows.computeIfAbsent(CardKey.of(node.key()), key -> new ArrayList<>())
                    .add(node));
        }
        Set<CardKey> keys = new LinkedHashSet<>();
        for (ClientCard card : present) {
            Box place = arrangement.cards().get(card.key());
            List<NodePicture> own = rows.get(card.key());
            if (place != null && own != null) {
                keys.add(card.key());
                own.sort((a, b) -> Double.compare(a.place().y(), b.place().y()));
                CardPicture picture = cards.computeIfAbsent(card.key(), key -> new CardPicture(card, place));
                picture.show(card);
                picture.arrange(place, own, nanos);
            }
        }
        cards.keySet().retainAll(keys);
    }

    /**
     * Moves everything to its place at a time.
     *
     * @return whether nothing moves any more
     */
    boolean advance(long nanos) {
        boolean resting = true;
        for (BasinPicture basin : basins.values()) {
            resting &= basin.advance(nanos);
        }
        for (CardPicture card : cards.values()) {
            resting &= card.advance(nanos);
        }
        return resting;
    }

    /** Ends the motion of an element under the user's pointer at once. */
    void jump(MapElement element) {
        CardPicture card = card(element.card());
        BasinPicture basin = basin(element.basin());
        if (card != null) {
            card.jump();
        } else if (basin != null) {
            basin.jump();
        }
    }

    void forEachNode(Consumer<NodePicture> visitor) {
        basins.values().forEach(basin -> basin.forEachNode(visitor));
    }

    /** Returns the number of nodes in basins that overlap a part of the plane. */
    int nodesAround(Box part) {
        int nodes = 0;
        for (BasinPicture basin : basins.values()) {
            if (basin.bounds().overlaps(part)) {
                nodes += basin.producers().size() + basin.consumers().size();
            }
        }
        return nodes;
    }

    /**
     * Marks everything that is selected and everything that is found.
     *
     * @param path elements beside this path count as not found; null for no path
     * @return whether the set of found elements has changed
     */
    boolean mark(SelectedTargets selected, FindQuery query, @Nullable FlowPath path) {
        boolean changed = false;
        for (BasinPicture basin : basins.values()) {
            boolean some = query.matches(basin.basin().view());
            for (List<NodePicture> side : List.of(basin.producers(), basin.consumers())) {
                for (NodePicture node : side) {
                    boolean matches = query.isAnything() || query.matches(node.node());
                    boolean found = matches && (path == null || path.has(node.node()));
                    some |= matches;
                    changed |= found != node.isFound();
                    node.mark(selected.has(node.node()), found);
                }
            }
            boolean foundTank = some && (path == null || path.has(basin.id()));
            changed |= foundTank != basin.isFound();
            basin.mark(selected.has(basin.id()), foundTank);
        }
        for (CardPicture card : cards.values()) {
            boolean found = false;
            for (NodePicture row : card.rows()) {
                found |= row.isFound();
            }
            changed |= found != card.isFound();
            card.mark(selected.has(card.card()), found);
        }
        return changed;
    }

    /** Returns the targets of an element; empty when it is gone. */
    Set<Target> targets(MapElement element) {
        CardPicture card = card(element.card());
        if (card != null) {
            return card.targets();
        }
        BasinPicture basin = basin(element.basin());
        NodePicture node = node(element);
        if (basin == null) {
            return Set.of();
        }
        return element.node() == null
                ? Set.of(new Target.Resource(basin.id()))
                : node == null ? Set.of() : node.targets();
    }

    /** Returns the targets in a part of the plane. If the head of a card is in it, the whole client counts. */
    public Set<Target> targetsWithin(Box part) {
        Set<Target> within = new LinkedHashSet<>();
        for (CardPicture card : cards.values()) {
            if (card.head().overlaps(part)) {
                within.addAll(card.targets());
            }
        }
        for (BasinPicture basin : basins.values()) {
            if (basin.bounds().overlaps(part)) {
                basin.forEachNode(node -> {
                    CardPicture card = node.isRow() ? cards.get(CardKey.of(node.key())) : null;
                    boolean spoken = card != null && card.head().overlaps(part);
                    if (!spoken && node.box().overlaps(part)) {
                        within.addAll(node.targets());
                    }
                });
            }
        }
        return within;
    }

    @Nullable
    NodePicture node(MapElement element) {
        BasinPicture basin = basin(element.basin());
        NodeKey key = element.node();
        if (basin == null || key == null) {
            return null;
        }
        for (NodePicture node : key.side() == Side.PRODUCER ? basin.producers() : basin.consumers()) {
            if (node.key().equals(key)) {
                return node;
            }
        }
        return null;
    }

    /** Returns the present box of an element; null when it is gone. */
    @Nullable
    Box box(MapElement element) {
        CardPicture card = card(element.card());
        if (card != null) {
            return card.box();
        }
        BasinPicture basin = basin(element.basin());
        NodePicture node = node(element);
        return basin == null ? null : element.node() == null ? basin.tank() : node == null ? null : node.box();
    }

    /** Returns the box of a tank or card at the end of its motion; null when it is gone. */
    @Nullable
    Box destination(MapElement element) {
        CardPicture card = card(element.card());
        BasinPicture basin = basin(element.basin());
        return card != null
                ? card.destination()
                : basin != null ? basin.placement().tank() : null;
    }

    /** Returns the compact basin at a point of the plane; null for none. */
    @Nullable
    ResourceId smallAt(double x, double y) {
        for (BasinPicture basin : basins.values()) {
            if (basin.isCompact() && basin.bounds().contains(x, y)) {
                return basin.id();
            }
        }
        return null;
    }

    /** Returns the tank or card nearest to the middle of a part of the plane; null when the part contains none. */
    @Nullable
    MapElement inMiddle(Box part) {
        MapElement nearest = null;
        double least = Double.POSITIVE_INFINITY;
        List<MapElement> elements = new ArrayList<>(basins.size() + cards.size());
        basins.values().forEach(basin -> elements.add(basin.element()));
        cards.values().forEach(card -> elements.add(card.element()));
        for (MapElement element : elements) {
            Box box = box(element);
            if (box != null && box.overlaps(part)) {
                double distance = Math.hypot(box.centreX() - part.centreX(), box.centreY() - part.centreY());
                if (distance < least) {
                    least = distance;
                    nearest = element;
                }
            }
        }
        return nearest;
    }

    /** Returns the cause of an element's state; null if healthy, or if the text below its tank tells the same cause. */
    public @Nullable Cause why(MapElement element) {
        CardPicture card = card(element.card());
        if (card != null) {
            return card.card().why();
        }
        BasinPicture basin = basin(element.basin());
        NodePicture node = node(element);
        if (basin == null || element.node() != null && node == null) {
            return null;
        }
        Cause below = basin.why() == null ? null : basin.basin().view().why();
        Cause own = node == null ? basin.basin().view().why() : node.node().why();
        return own == null || own.equals(below) ? null : own;
    }

    /** Returns the first stream of an element; null when it has none. */
    @Nullable
    StreamId speaker(MapElement element) {
        CardPicture card = card(element.card());
        NodePicture node = card == null
                ? node(element)
                : card.rows().isEmpty() ? null : card.rows().getFirst();
        return node == null ? null : node.node().leads().getFirst().id();
    }

    /** Returns the element that contains a stream: a node, or by client a card. Null when the stream is gone. */
    @Nullable
    MapElement elementOf(StreamId stream) {
        for (BasinPicture basin : basins.values()) {
            for (List<NodePicture> side : List.of(basin.producers(), basin.consumers())) {
                for (NodePicture node : side) {
                    if (node.node().streams().stream().anyMatch(it -> it.id().equals(stream))) {
                        return node.isRow() ? new MapElement(null, null, CardKey.of(node.key())) : node.element();
                    }
                }
            }
        }
        return null;
    }

    /** Returns the box around these elements; a tank counts with its whole basin. Empty when all are gone. */
    Optional<Box> surroundings(List<MapElement> elements) {
        return elements.stream()
                .map(element -> {
                    BasinPicture basin = element.node() == null ? basin(element.basin()) : null;
                    return basin == null ? box(element) : basin.placement().bounds();
                })
                .filter(Objects::nonNull)
                .reduce(Box::union);
    }

    /** Returns the severity of an element; {@link Severity#CALM} when it is gone. */
    public Severity severity(MapElement element) {
        CardPicture card = card(element.card());
        NodePicture node = node(element);
        BasinPicture basin = basin(element.basin());
        if (card != null) {
            return card.card().severity();
        }
        return node != null
                ? node.node().severity()
                : basin != null ? basin.basin().view().severity() : Severity.CALM;
    }

    /** Returns the selected elements: tanks first, then clients, then other nodes. */
    List<MapElement> selectedElements() {
        List<MapElement> elements = new ArrayList<>();
        for (BasinPicture basin : basins.values()) {
            if (basin.isSelected()) {
                elements.add(basin.element());
            }
        }
        for (CardPicture card : cards.values()) {
            if (card.isSelected()) {
                elements.add(card.element());
            }
        }
        forEachNode(node -> {
            if (node.isSelected()) {
                CardPicture card = node.isRow() ? cards.get(CardKey.of(node.key())) : null;
                if (card == null || !card.isSelected()) {
                    elements.add(node.element());
                }
            }
        });
        return elements;
    }
}
