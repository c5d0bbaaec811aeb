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
 * All that is drawn, where it is now: tanks with their nodes, and the cards of clients where nodes are rows of those.
 * Painters need not know what the map is arranged by. FX thread only.
 */
public final class MapPicture {
    private final Map<ResourceId, BasinPicture> basins = new LinkedHashMap<>();
    private final Map<CardKey, CardPicture> cards = new LinkedHashMap<>();
    /** What the cards were arranged by. */
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

    /** Takes over what is to be shown, as far as there is a place for it. */
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
     * Takes over cards that have the rows they had, where they are.
     *
     * @return whether all of them are known
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
     * Moves on to a time.
     *
     * @return whether everything is where it belongs
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

    /** Puts what is under somebody's hand where it belongs at once. */
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

    /** How many nodes the basins have that overlap a part of the plane. */
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
     * Marks what is selected and what is found.
     *
     * @param path what lies aside of it counts as not found; null for none
     * @return whether something else is found now
     */
    boolean mark(SelectedTargets selected, FindQuery query, @Nullable FlowPath path) {
        boolean changed = false;
        for (BasinPicture basin : basins.values()) {
            boolean[] some = {query.matches(basin.basin().view())};
            boolean[] moved = {false};
            basin.forEachNode(node -> {
                boolean matches = query.isAnything() || query.matches(node.node());
                boolean found = matches && (path == null || path.has(node.node()));
                some[0] |= matches;
                moved[0] |= found != node.isFound();
                node.mark(selected.has(node.node()), found);
            });
            boolean foundTank = some[0] && (path == null || path.has(basin.id()));
            changed |= moved[0] || foundTank != basin.isFound();
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

    /** What an element stands for; empty when it is gone. */
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

    /** What stands in a part of the plane: nodes, and the clients whose cards lie in it with all their rows. */
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

    /** Where an element is now; null when it is gone. */
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

    /** Where an element belongs, as far as the layout places it: by the tank of a basin, by a card. Null when it is gone. */
    @Nullable
    Box destination(MapElement element) {
        CardPicture card = card(element.card());
        BasinPicture basin = basin(element.basin());
        return card != null
                ? card.destination()
                : basin != null ? basin.placement().tank() : null;
    }

    /** The basin in its small form that a point of the plane lies in; null when there is none. */
    @Nullable
    ResourceId smallAt(double x, double y) {
        for (BasinPicture basin : basins.values()) {
            if (basin.isCompact() && basin.bounds().contains(x, y)) {
                return basin.id();
            }
        }
        return null;
    }

    /** The tank or card nearest to the middle of a part of the plane; null when none is in it. */
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

    /** Why an element is not healthy; null when it is, or when the same reason stands below its tank already. */
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

    /** The first of the streams that an element stands for; null when it has none. */
    @Nullable
    StreamId speaker(MapElement element) {
        CardPicture card = card(element.card());
        NodePicture node = card == null
                ? node(element)
                : card.rows().isEmpty() ? null : card.rows().getFirst();
        return node == null ? null : node.node().leads().getFirst().id();
    }

    /** Where a stream is: its node, or by client its card; null when it is gone. */
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

    /** What one wants to see of elements together: of a tank all of its basin. Empty when none is there. */
    Optional<Box> surroundings(List<MapElement> elements) {
        return elements.stream()
                .map(element -> {
                    BasinPicture basin = element.node() == null ? basin(element.basin()) : null;
                    return basin == null ? box(element) : basin.placement().bounds();
                })
                .filter(Objects::nonNull)
                .reduce(Box::union);
    }

    /** How an element is; calm when it is not there. */
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

    /** The elements that are selected: tanks first, then clients, then what is not part of those. */
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
