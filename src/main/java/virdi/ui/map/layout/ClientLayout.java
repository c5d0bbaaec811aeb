package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.Side;
import virdi.ui.map.plane.Box;

/**
 * Arranges clients and tanks in three layers: producers left, tanks in the middle, consumers right. Stateless; any
 * thread.
 *
 * <p>It has three steps: the order in a layer ({@link CrossingSweeps}), the number of lanes ({@link Wrap}) and the
 * height of each card or tank ({@link Lane}). All three run only for a new map, or when the old places waste too much
 * room. Otherwise every card and tank keeps its lane and height. A new one gets a place near the other ends of its
 * pipes and pushes its neighbours only if there is no gap. One that goes leaves a gap. So the user can rely on the
 * places.
 */
public final class ClientLayout {
    private static final int TANKS = 1;
    private static final int LAYERS = 3;
    /** Map units between two cards of a lane. */
    private static final double CARD_GAP = 12;

    private static final double TANK_GAP = 16;
    private static final double LANE_GAP = 26;
    /**
     * Map units by which neighbouring lanes are shifted vertically, so that their pipes do not start at the same point.
     */
    private static final double STAGGER = 28;

    private static final double CELL_WIDTH = 190;
    private static final double TANK_WIDTH = 92;
    private static final double TANK_HEIGHT = 104;
    /** Map units by which a tank grows for each pipe above {@link #PORTS_AT_EASE}. */
    private static final double TANK_PER_PORT = 9;

    private static final double TANK_MOST = 240;
    /** Pipes per side that fit a tank of normal height. */
    private static final int PORTS_AT_EASE = 6;
    /**
     * Lowest zoom at which all tanks stay in one lane. One lane is preferred because pipes then end directly at the
     * tanks.
     */
    private static final double LEGIBLE = 0.64;

    /** Kept places must reach this share of the zoom that new places would reach. */
    private static final double WORTH_KEEPING = 0.72;

    /** A card or tank in a layer. Used by one thread, during one layout. */
    private static final class Member {
        final Object id;
        final int layer;
        final int number;
        final double height;
        final List<Member> ties = new ArrayList<>();
        double x = Double.NaN;
        double y = Double.NaN;

        Member(Object id, int layer, int number, double height) {
            this.id = id;
            this.layer = layer;
            this.number = number;
            this.height = height;
        }

        boolean isPlaced() {
            return !Double.isNaN(y);
        }

        double centreY() {
            return y + height / 2;
        }

        /** Returns the upper edge that puts it level with the average of its neighbours in other layers. */
        double wanted(double otherwise) {
            double sum = 0;
            int count = 0;
            for (Member tie : ties) {
                if (tie.isPlaced()) {
                    sum += tie.centreY();
                    count++;
                }
            }
            return count == 0 ? otherwise : sum / count - height / 2;
        }

        Box box() {
            return new Box(x, y, width(layer), height);
        }
    }

    /**
     * Computes the places of all cards and tanks.
     *
     * @param cards the cards of all clients
     * @param tanks all tanks, including those without a pipe
     * @param width width of the view, in pixels
     * @param height height of the view, in pixels
     * @param previous the arrangement on the map now
     * @param afresh whether to choose all places again even if the old ones still fit
     */
    public Arrangement arrange(
            List<ClientShape> cards,
            List<ResourceId> tanks,
            double width,
            double height,
            Arrangement previous,
            boolean afresh) {
        List<List<Member>> layers = layers(cards, tanks);
        Wrap wrap = wrap(layers, width, height);
        if (afresh || previous.cards().isEmpty() || !patched(layers, previous)) {
            fresh(layers, wrap, previous);
        } else {
            double scale = wrap.scale(width, height);
            Box bounds = bounds(layers);
            if (Math.min(width / bounds.width(), height / bounds.height()) < WORTH_KEEPING * scale) {
                fresh(layers, wrap, previous);
            }
        }
        return arranged(layers, cards, width, height);
    }

    private static List<List<Member>> layers(List<ClientShape> cards, List<ResourceId> tanks) {
        List<List<Member>> layers = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<ResourceId, int[]> ports = new HashMap<>();
        for (ClientShape card : cards) {
            for (ResourceId tank : card.tanks()) {
                ports.computeIfAbsent(tank, id -> new int[2])[card.key().side().ordinal()]++;
            }
        }
        Map<ResourceId, Member> byId = new HashMap<>();
        for (ResourceId tank : tanks) {
            int[] sides = ports.getOrDefault(tank, new int[2]);
            double more = Math.max(0, Math.max(sides[0], sides[1]) - PORTS_AT_EASE) * TANK_PER_PORT;
            double high = BasinShape.HEAD + Math.min(TANK_MOST, TANK_HEIGHT + more) + BasinShape.FOOT;
            Member member = new Member(tank, TANKS, layers.get(TANKS).size(), high);
            layers.get(TANKS).add(member);
            byId.put(tank, member);
        }
        for (ClientShape card : cards) {
            int layer = card.key().side() == Side.PRODUCER ? 0 : 2;
            Member member = new Member(card.key(), layer, layers.get(layer).size(), card.height());
            layers.get(layer).add(member);
            for (ResourceId tank : card.tanks()) {
                Member tie = byId.get(tank);
                if (tie != null) {
                    member.ties.add(tie);
                    tie.ties.add(member);
                }
            }
        }
        return layers;
    }

    private static Wrap wrap(List<List<Member>> layers, double width, double height) {
        double[] heights = new double[LAYERS];
        int[] counts = new int[LAYERS];
        double[] pitches = new double[LAYERS];
        for (int layer = 0; layer < LAYERS; layer++) {
            for (Member member : layers.get(layer)) {
                heights[layer] += member.height + gap(layer);
            }
            counts[layer] = layers.get(layer).size();
            pitches[layer] = width(layer) + LANE_GAP;
        }
        return Wrap.best(heights, counts, pitches, width, height, TANKS, LEGIBLE);
    }

    private static double width(int layer) {
        return layer == TANKS ? CELL_WIDTH : ClientShape.WIDTH;
    }

    private static double gap(int layer) {
        return layer == TANKS ? TANK_GAP : CARD_GAP;
    }

    /** Chooses all places again. It starts with the present order, because the user knows it. */
    private static void fresh(List<List<Member>> layers, Wrap wrap, Arrangement previous) {
        int[][] orders = orders(layers, previous);
        for (List<Member> layer : layers) {
            for (Member member : layer) {
                member.y = Double.NaN;
            }
        }
        int highest = 0;
        double x = 0;
        double[] load = new double[LAYERS];
        for (int layer = 0; layer < LAYERS; layer++) {
            int lanes = wrap.lanes()[layer];
            double step = width(layer) + LANE_GAP;
            for (int place = 0; place < orders[layer].length; place++) {
                Member member = layers.get(layer).get(orders[layer][place]);
                member.x = x + place % lanes * step;
                load[layer] += (member.height + gap(layer)) / lanes;
            }
            x += lanes == 0 ? 0 : lanes * step - LANE_GAP + Wrap.channel(wrap.height());
            highest = load[layer] > load[highest] ? layer : highest;
        }
        int[] sequence = highest == 0 ? new int[] {0, 1, 2} : highest == 1 ? new int[] {1, 0, 2} : new int[] {2, 1, 0};
        for (int layer : sequence) {
            placeInLanes(layers.get(layer), orders[layer], layer, wrap, layer == highest);
        }
    }

    private static void placeInLanes(List<Member> members, int[] order, int layer, Wrap wrap, boolean first) {
        int lanes = wrap.lanes()[layer];
        List<Lane> filled = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            filled.add(new Lane(gap(layer)));
        }
        double packed = 0;
        List<Lane.Item> items = new ArrayList<>();
        for (int place = 0; place < order.length; place++) {
            Member member = members.get(order[place]);
            double even = wrap.height() * place / order.length;
            double aside = (place % lanes - (lanes - 1) / 2.0) * STAGGER;
            Lane.Item item = new Lane.Item(member.height, first ? packed : member.wanted(even) + aside);
            packed += (member.height + gap(layer)) / lanes;
            items.add(item);
            filled.get(place % lanes).add(item);
        }
        double height = wrap.height();
        for (Lane lane : filled) {
            height = Math.max(height, lane.filled());
        }
        for (Lane lane : filled) {
            lane.pack(height);
        }
        for (int place = 0; place < order.length; place++) {
            members.get(order[place]).y = items.get(place).y();
        }
    }

    private static int[][] orders(List<List<Member>> layers, Arrangement previous) {
        List<List<int[]>> edges = List.of(new ArrayList<>(), new ArrayList<>());
        for (Member tank : layers.get(TANKS)) {
            for (Member card : tank.ties) {
                if (card.layer == 0) {
                    edges.get(0).add(new int[] {card.number, tank.number});
                } else {
                    edges.get(1).add(new int[] {tank.number, card.number});
                }
            }
        }
        int[] sizes = layers.stream().mapToInt(List::size).toArray();
        LayeredGraph graph = new LayeredGraph(sizes, edges);
        int[][] start = graph.asNumbered();
        if (!previous.cards().isEmpty()) {
            for (int layer = 0; layer < LAYERS; layer++) {
                List<Member> members = layers.get(layer);
                start[layer] = Arrays.stream(start[layer])
                        .boxed()
                        .sorted(Comparator.comparingDouble(number -> known(members.get(number), previous)))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
        return CrossingSweeps.ordered(graph, start);
    }

    private static double known(Member member, Arrangement previous) {
        Box box = before(member, previous);
        return box == null ? Double.MAX_VALUE : box.centreY();
    }

    private static @Nullable Box before(Member member, Arrangement previous) {
        if (member.id instanceof CardKey key) {
            return previous.cards().get(key);
        }
        Placement placement =
                member.id instanceof ResourceId id ? previous.placements().get(id) : null;
        return placement == null ? null : cell(placement.tank());
    }

    /** Returns the box of a tank together with its name and state. */
    public static Box cell(Box tank) {
        return new Box(
                tank.centreX() - CELL_WIDTH / 2,
                tank.y() - BasinShape.HEAD,
                CELL_WIDTH,
                BasinShape.HEAD + tank.height() + BasinShape.FOOT);
    }

    /** Keeps all places and finds places for new cards and tanks. Returns false when there is no lane for one. */
    private static boolean patched(List<List<Member>> layers, Arrangement previous) {
        for (List<Member> layer : layers) {
            for (Member member : layer) {
                Box box = before(member, previous);
                if (box != null) {
                    member.x = box.x();
                    member.y = box.y();
                }
            }
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            Map<Double, List<Member>> lanes = new TreeMap<>();
            List<Member> fresh = new ArrayList<>();
            for (Member member : layers.get(layer)) {
                if (member.isPlaced()) {
                    lanes.computeIfAbsent(member.x, x -> new ArrayList<>()).add(member);
                } else {
                    fresh.add(member);
                }
            }
            if (lanes.isEmpty() && !fresh.isEmpty()) {
                return false;
            }
            for (Member member : fresh) {
                member.x = lanes.entrySet().stream()
                        .min(Comparator.comparingDouble(lane -> filled(lane.getValue())))
                        .orElseThrow()
                        .getKey();
                member.y = Math.max(0, member.wanted(0));
                lanes.getOrDefault(member.x, new ArrayList<>()).add(member);
            }
            for (List<Member> members : lanes.values()) {
                push(members, gap(layer));
            }
        }
        return true;
    }

    private static double filled(List<Member> members) {
        return members.stream().mapToDouble(member -> member.height).sum();
    }

    private static void push(List<Member> members, double gap) {
        Lane lane = new Lane(gap);
        List<Lane.Item> items = new ArrayList<>();
        for (Member member : members) {
            Lane.Item item = new Lane.Item(member.height, member.y);
            items.add(item);
            lane.add(item);
        }
        lane.push();
        for (int i = 0; i < items.size(); i++) {
            members.get(i).y = items.get(i).y();
        }
    }

    private static Arrangement arranged(
            List<List<Member>> layers, List<ClientShape> cards, double width, double height) {
        Map<CardKey, Box> places = new LinkedHashMap<>();
        Map<ResourceId, Box> tanks = new LinkedHashMap<>();
        for (List<Member> layer : layers) {
            for (Member member : layer) {
                if (member.id instanceof CardKey key) {
                    places.put(key, member.box());
                } else if (member.id instanceof ResourceId id) {
                    tanks.put(id, tank(member.box()));
                }
            }
        }
        Box bounds = bounds(layers);
        double scale = Math.min(width / bounds.width(), height / bounds.height());
        return ClientPlaces.of(cards, places, tanks, Set.of(), bounds, scale);
    }

    /** Returns the walls of a tank within its cell. */
    static Box tank(Box cell) {
        return new Box(
                cell.centreX() - TANK_WIDTH / 2,
                cell.y() + BasinShape.HEAD,
                TANK_WIDTH,
                cell.height() - BasinShape.HEAD - BasinShape.FOOT);
    }

    private static Box bounds(List<List<Member>> layers) {
        Box bounds = null;
        for (List<Member> layer : layers) {
            for (Member member : layer) {
                bounds = bounds == null ? member.box() : bounds.union(member.box());
            }
        }
        return bounds == null ? new Box(0, 0, 1, 1) : bounds;
    }
}
