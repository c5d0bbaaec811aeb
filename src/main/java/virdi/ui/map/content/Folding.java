package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import virdi.model.NaturalOrder;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;
import virdi.ui.map.content.NodeKey.Fold;

/**
 * Sorts the streams of a frame into basins, and folds similar ones so that a basin stays legible. FX thread only.
 *
 * <p>The folds depend only on which streams are open, not on their state. So they are computed again only when a stream
 * opens or ends; otherwise a frame costs one pass over its streams. A side folds when it has more than {@link
 * #MOST_ROWS} rows and unfolds at {@link #UNFOLD_ROWS}. The gap keeps the map from switching back and forth.
 */
public final class Folding {
    /** Number of rows of a side that the user can read at a glance. */
    static final int MOST_ROWS = 8;

    static final int UNFOLD_ROWS = 6;
    /**
     * Number of rows allowed before the whole side becomes one node. That last step hides all names, so more rows are
     * accepted first.
     */
    private static final int MOST_ROWS_OF_KIN = 16;

    /** One consumer, or the production and offers of one client, as indices into the frame's streams. */
    private record Member(String client, String name, String label, List<Integer> leads, List<Integer> streams) {
        static Member of(StreamView stream, int index) {
            String client = stream.state().peer().client().value();
            boolean known = stream.label().equals(stream.name());
            // The client comes first because several nodes may have the same name and the label may be cut at the end.
            String label = known ? stream.label() : client + " · " + stream.name();
            return new Member(client, stream.name(), label, List.of(index), List.of(index));
        }
    }

    private record NodePlan(NodeKey key, String label, List<Integer> leads, List<Integer> streams) {}

    private record SidePlan(List<NodePlan> producers, List<NodePlan> consumers) {
        static final SidePlan EMPTY = new SidePlan(List.of(), List.of());
    }

    private record SideKey(ResourceId resource, Side side) {}

    private static final Comparator<Member> BY_NAME = Comparator.comparing(Member::name, NaturalOrder.OF_TEXTS)
            .thenComparing(Member::client, NaturalOrder.OF_TEXTS);

    private final Map<SideKey, Fold> folds = new HashMap<>();
    private final Set<NodeKey> opened = new HashSet<>();
    private long[] plannedStreams = {};
    private boolean stale = true;
    private long version;
    private Map<ResourceId, SidePlan> plans = Map.of();

    /** Increases whenever the set of nodes in the basins changes. */
    public long version() {
        return version;
    }

    /** Returns the basins of a frame, in the frame's order. */
    public List<Basin> basins(Frame frame) {
        if (stale || !isPlanned(frame.streams())) {
            plan(frame);
        }
        List<Basin> basins = new ArrayList<>(frame.resources().size());
        for (ResourceView resource : frame.resources()) {
            SidePlan sides = plans.getOrDefault(resource.id(), SidePlan.EMPTY);
            basins.add(new Basin(
                    resource, nodes(sides.producers(), frame.streams()), nodes(sides.consumers(), frame.streams())));
        }
        return basins;
    }

    /** Unfolds the members of a fold, or folds them again. */
    public void toggle(NodeKey fold) {
        if (!opened.remove(fold)) {
            opened.add(fold);
        }
        stale = true;
    }

    /** Returns the unfolded fold that this node belongs to; the key itself when there is none. */
    public NodeKey foldOf(NodeKey key) {
        for (NodeKey fold : opened) {
            if (fold.resource().equals(key.resource())
                    && fold.side() == key.side()
                    && matches(fold, key.client(), key.name())) {
                return fold;
            }
        }
        return key;
    }

    private static boolean matches(NodeKey fold, String client, String name) {
        return switch (fold.fold()) {
            case NONE, CARD -> false;
            case LIKE -> fold.client().equals(client) && fold.name().equals(NodeNames.stem(name));
            case CLIENT -> fold.client().equals(client);
            case KIN -> fold.name().equals(NodeNames.stem(name));
            case SIDE -> true;
        };
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

    private static List<MapNode> nodes(List<NodePlan> plans, List<StreamView> streams) {
        List<MapNode> nodes = new ArrayList<>(plans.size());
        for (NodePlan plan : plans) {
            nodes.add(MapNode.of(plan.key(), plan.label(), plan.leads(), plan.streams(), streams));
        }
        return nodes;
    }

    private void plan(Frame frame) {
        Map<ResourceId, Map<String, Member>> producers = new HashMap<>();
        Map<ResourceId, List<Member>> consumers = new HashMap<>();
        List<StreamView> streams = frame.streams();
        plannedStreams = new long[streams.size()];
        for (int i = 0; i < plannedStreams.length; i++) {
            StreamView stream = streams.get(i);
            plannedStreams[i] = stream.id().value();
            ResourceId resource = stream.state().resource();
            String client = stream.state().peer().client().value();
            if (stream.kind() == StreamKind.CONSUMER) {
                consumers.computeIfAbsent(resource, id -> new ArrayList<>()).add(Member.of(stream, i));
            } else {
                Map<String, Member> ofResource = producers.computeIfAbsent(resource, id -> new LinkedHashMap<>());
                Member soFar = ofResource.get(client);
                ofResource.put(client, soFar == null ? Member.of(stream, i) : joined(soFar, i, streams));
            }
        }
        Map<ResourceId, SidePlan> fresh = new HashMap<>();
        for (ResourceView resource : frame.resources()) {
            ResourceId id = resource.id();
            fresh.put(
                    id,
                    new SidePlan(
                            rows(
                                    new SideKey(id, Side.PRODUCER),
                                    List.copyOf(
                                            producers.getOrDefault(id, Map.of()).values())),
                            rows(new SideKey(id, Side.CONSUMER), consumers.getOrDefault(id, List.of()))));
        }
        plans = fresh;
        folds.keySet().removeIf(side -> !fresh.containsKey(side.resource()));
        opened.removeIf(fold -> !fresh.containsKey(fold.resource()));
        stale = false;
        version++;
    }

    /** Adds a stream to its client's node. An offer represents the node only when there is no production. */
    private static Member joined(Member member, int index, List<StreamView> streams) {
        List<Integer> all = new ArrayList<>(member.streams());
        all.add(index);
        List<Integer> productions = all.stream()
                .filter(i -> streams.get(i).kind() == StreamKind.PRODUCTION)
                .toList();
        return new Member(
                member.client(),
                member.name(),
                member.label(),
                productions.isEmpty() ? List.of(all.getFirst()) : productions,
                all);
    }

    private List<NodePlan> rows(SideKey side, List<Member> members) {
        List<Member> ordered = new ArrayList<>(members);
        ordered.sort(BY_NAME);
        Fold fold = fold(side, ordered);
        folds.put(side, fold);
        Map<NodeKey, List<Member>> groups = new LinkedHashMap<>();
        for (Member member : ordered) {
            groups.computeIfAbsent(key(side, fold, member), key -> new ArrayList<>())
                    .add(member);
        }
        List<NodePlan> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            if (group.size() == 1 || opened.contains(key)) {
                group.forEach(member -> rows.add(single(side, member)));
            } else {
                rows.add(folded(key, group));
            }
        });
        return List.copyOf(rows);
    }

    private static NodePlan single(SideKey side, Member member) {
        return new NodePlan(key(side, Fold.NONE, member), member.label(), member.leads(), member.streams());
    }

    private static NodePlan folded(NodeKey key, List<Member> group) {
        List<Integer> leads = new ArrayList<>();
        List<Integer> streams = new ArrayList<>();
        for (Member member : group) {
            leads.addAll(member.leads());
            streams.addAll(member.streams());
        }
        String common = key.fold() == Fold.CLIENT ? key.client() : key.name();
        return new NodePlan(key, common.isEmpty() ? "×" + group.size() : common + " ×" + group.size(), leads, streams);
    }

    /** Chooses how far to fold: no more than needed, and as before while that still fits. */
    private Fold fold(SideKey side, List<Member> members) {
        Fold fold = folds.getOrDefault(side, Fold.NONE);
        while (fold != Fold.SIDE && count(side, fold, members) > most(fold)) {
            fold = Fold.values()[fold.ordinal() + 1];
        }
        while (fold != Fold.NONE) {
            Fold less = Fold.values()[fold.ordinal() - 1];
            if (count(side, less, members) > most(less) - (MOST_ROWS - UNFOLD_ROWS)) {
                break;
            }
            fold = less;
        }
        return fold;
    }

    private static int most(Fold fold) {
        return fold == Fold.KIN ? MOST_ROWS_OF_KIN : MOST_ROWS;
    }

    private static long count(SideKey side, Fold fold, List<Member> members) {
        return fold == Fold.NONE
                ? members.size()
                : members.stream()
                        .map(member -> key(side, fold, member))
                        .distinct()
                        .count();
    }

    private static NodeKey key(SideKey side, Fold fold, Member member) {
        String client = fold == Fold.KIN || fold == Fold.SIDE ? "" : member.client();
        String name = switch (fold) {
            case NONE -> member.name();
            case LIKE, KIN -> NodeNames.stem(member.name());
            case CLIENT, SIDE, CARD -> "";
        };
        return new NodeKey(side.resource(), side.side(), fold, client, name);
    }
}
