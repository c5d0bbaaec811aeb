package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.NaturalOrder;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;

/**
 * Sorts the streams of a frame by client, with one row for each resource and direction. FX thread only.
 *
 * <p>When there are many clients, it folds clients with similar names and the same streams into one card. The pipes of
 * the fold lead to the same tanks as the pipes of each member, so no connection is lost. As in {@link Folding}, the
 * result depends only on which streams are open, so it is computed again only when a stream opens or ends.
 */
public final class ClientFolding {
    /** Number of clients up to which the user can still read one card for each. */
    static final int MOST_CLIENTS = 40;

    /**
     * Number of clients at which folds open again. It is lower than {@link #MOST_CLIENTS}, so that the map does not
     * switch back and forth.
     */
    static final int UNFOLD_CLIENTS = 32;

    /**
     * A row, as indices into the frame's streams.
     *
     * @param tank a number that all rows of one resource share
     */
    private record RowPlan(NodeKey key, int tank, String label, List<Integer> leads, List<Integer> streams) {}

    /** @param owner a number that only the two cards of one client share */
    private record CardPlan(
            CardKey key, int owner, String does, String label, List<ClientId> clients, List<RowPlan> rows) {}

    /** One direction of one resource: the client produces it or consumes it. */
    private record Deed(Side side, ResourceId resource) {
        @Override
        public String toString() {
            return (side == Side.PRODUCER ? "+" : "-") + resource;
        }
    }

    /** A client with its streams, grouped by resource and direction. */
    private record Doer(ClientId client, Map<String, Deed> deeds, Map<Deed, List<Integer>> streams) {
        String does() {
            return String.join(" ", deeds.keySet());
        }
    }

    private final Set<CardKey> opened = new HashSet<>();
    private boolean folds;
    private boolean stale = true;
    private long[] plannedStreams = {};
    private List<CardPlan> plans = List.of();
    private int owners;
    private final Map<ResourceId, Integer> tanks = new HashMap<>();
    private Map<CardKey, List<ResourceId>> rows = Map.of();

    /** Returns the tanks and cards of a frame. */
    public MapScene scene(Frame frame) {
        if (stale || !isPlanned(frame.streams())) {
            plan(frame.streams());
        }
        List<List<MapNode>> producers = lists(tanks.size());
        List<List<MapNode>> consumers = lists(tanks.size());
        List<List<MapNode>> rowsOfAll = new ArrayList<>(plans.size());
        double[] made = new double[owners];
        double[] taken = new double[owners];
        for (CardPlan plan : plans) {
            List<MapNode> rows = new ArrayList<>(plan.rows().size());
            for (RowPlan row : plan.rows()) {
                MapNode node = MapNode.of(row.key(), row.label(), row.leads(), row.streams(), frame.streams());
                rows.add(node);
                (node.isProducer() ? made : taken)[plan.owner()] += node.actualPerMinute();
                (node.isProducer() ? producers : consumers).get(row.tank()).add(node);
            }
            rowsOfAll.add(rows);
        }
        List<ClientCard> cards = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            CardPlan plan = plans.get(i);
            cards.add(new ClientCard(
                    plan.key(),
                    plan.label(),
                    plan.clients(),
                    rowsOfAll.get(i),
                    made[plan.owner()],
                    taken[plan.owner()]));
        }
        List<Basin> basins = new ArrayList<>(frame.resources().size());
        for (ResourceView view : frame.resources()) {
            Integer tank = tanks.get(view.id());
            basins.add(
                    tank == null
                            ? new Basin(view, List.of(), List.of())
                            : new Basin(view, producers.get(tank), consumers.get(tank)));
        }
        return new MapScene(basins, cards);
    }

    private static List<List<MapNode>> lists(int count) {
        List<List<MapNode>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    /** Returns the cards of the last scene, each with the resources of its rows. */
    public Map<CardKey, List<ResourceId>> rows() {
        return rows;
    }

    /** Unfolds the clients of a fold, or folds them again. This changes the cards on both sides. */
    public void toggle(CardKey card) {
        CardKey fold = card.isFold() ? card : foldOf(card);
        if (fold != null) {
            CardKey either = either(fold);
            if (!opened.remove(either)) {
                opened.add(either);
            }
            stale = true;
        }
    }

    /** Returns one key for both sides of a client. */
    private static CardKey either(CardKey card) {
        return new CardKey(Side.PRODUCER, card.name(), card.does());
    }

    /** Returns the unfolded fold that this client belongs to; null when there is none. */
    private @Nullable CardKey foldOf(CardKey card) {
        for (CardPlan plan : plans) {
            if (plan.key().name().equals(card.name())) {
                for (CardKey fold : opened) {
                    if (fold.name().equals(NodeNames.stem(card.name()))
                            && plan.does().equals(fold.does())) {
                        return fold;
                    }
                }
            }
        }
        return null;
    }

    private boolean isPlanned(List<StreamView> streams) {
        if (plannedStreams.length != streams.size()) {
            return false;
        }
        for (int i = 0; i < plannedStreams.length; i++) {
            if (streams.get(i).id().value() != plannedStreams[i]) {
                return false;
            }
        }
        return true;
    }

    private void plan(List<StreamView> streams) {
        plannedStreams =
                streams.stream().mapToLong(stream -> stream.id().value()).toArray();
        Map<String, Doer> doers = new TreeMap<>(NaturalOrder.OF_TEXTS);
        for (int i = 0; i < streams.size(); i++) {
            StreamView stream = streams.get(i);
            Deed deed = new Deed(
                    stream.kind() == StreamKind.CONSUMER ? Side.CONSUMER : Side.PRODUCER,
                    stream.state().resource());
            Doer doer = doers.computeIfAbsent(
                    stream.state().peer().client().value(),
                    name -> new Doer(stream.state().peer().client(), new TreeMap<>(), new HashMap<>()));
            doer.deeds().put(deed.toString(), deed);
            doer.streams().computeIfAbsent(deed, key -> new ArrayList<>()).add(i);
        }
        folds = doers.size() > (folds ? UNFOLD_CLIENTS : MOST_CLIENTS);
        Map<String, List<Doer>> groups = new LinkedHashMap<>();
        for (Doer doer : doers.values()) {
            String group = folds
                    ? NodeNames.stem(doer.client().value()) + '\n' + doer.does()
                    : doer.client().value();
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(doer);
        }
        List<CardPlan> fresh = new ArrayList<>();
        owners = 0;
        tanks.clear();
        Set<CardKey> possible = new HashSet<>();
        for (List<Doer> group : groups.values()) {
            String stem = NodeNames.stem(group.getFirst().client().value());
            CardKey fold = new CardKey(Side.PRODUCER, stem, group.getFirst().does());
            if (group.size() > 1) {
                possible.add(fold);
            }
            if (group.size() > 1 && !opened.contains(fold)) {
                cards(fold, stem + " ×" + group.size(), group, streams, fresh);
            } else {
                group.forEach(doer -> cards(
                        new CardKey(Side.PRODUCER, doer.client().value(), ""),
                        doer.client().value(),
                        List.of(doer),
                        streams,
                        fresh));
            }
        }
        opened.retainAll(possible);
        plans = fresh;
        rows = new LinkedHashMap<>();
        fresh.forEach(card -> rows.put(
                card.key(),
                card.rows().stream().map(row -> row.key().resource()).toList()));
        stale = false;
    }

    /** Adds the cards of a group of similar clients: one on each side where they have streams. */
    private void cards(CardKey key, String label, List<Doer> group, List<StreamView> streams, List<CardPlan> cards) {
        List<ClientId> clients = group.stream().map(Doer::client).toList();
        int owner = owners++;
        for (Side side : Side.values()) {
            CardKey own = new CardKey(side, key.name(), key.does());
            List<RowPlan> rows = new ArrayList<>();
            for (Deed deed : group.getFirst().deeds().values()) {
                if (deed.side() == side) {
                    List<Integer> leads = new ArrayList<>();
                    List<Integer> all = new ArrayList<>();
                    for (Doer doer : group) {
                        List<Integer> mine = doer.streams().getOrDefault(deed, List.of());
                        all.addAll(mine);
                        leads.addAll(leads(mine, streams));
                    }
                    int tank = tanks.computeIfAbsent(deed.resource(), id -> tanks.size());
                    rows.add(new RowPlan(own.row(deed.resource()), tank, label, leads, all));
                }
            }
            if (!rows.isEmpty()) {
                cards.add(new CardPlan(own, owner, group.getFirst().does(), label, clients, rows));
            }
        }
    }

    /** Returns the streams that represent the client. An offer represents it only when there is no production. */
    private static List<Integer> leads(List<Integer> mine, List<StreamView> streams) {
        List<Integer> speaking = mine.stream()
                .filter(i -> streams.get(i).kind() != StreamKind.OFFER)
                .toList();
        return speaking.isEmpty() ? List.of(mine.getFirst()) : speaking;
    }
}
