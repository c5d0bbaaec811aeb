package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import virdi.model.NaturalOrder;
import virdi.model.ResourceId;
import virdi.telemetry.Frame;
import virdi.ui.map.content.Basin;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.ClientFolding;
import virdi.ui.map.content.Folding;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.MapScene;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.Ranking;
import virdi.ui.map.layout.Arrangement.Rows;
import virdi.ui.map.layout.BasinShape.Form;

/**
 * Decides when to compute a new layout, and runs it. FX thread only.
 *
 * <p>A small map is laid out at once. A large one is computed in the background while the map keeps its old places; new
 * nodes stay invisible until it is ready. Only one layout runs at a time, and only the newest request waits. So under
 * constant change each layout is shown when it is ready and the next one starts after it. A result for another order or
 * another size of the view is dropped.
 */
public final class LayoutScheduler {
    /** Number of basins, cards and tanks up to which a layout takes about a millisecond. */
    static final int AT_ONCE = 150;

    /** Separates the pins by resource from those by client. Neither text contains it. */
    private static final String BETWEEN_ORDERS = "|";

    /** All inputs of a layout. */
    private record Wish(MapOrder order, List<BasinShape> basins, List<ClientShape> cards, List<ResourceId> tanks) {
        static final Wish NOTHING = new Wish(MapOrder.BY_RESOURCE, List.of(), List.of(), List.of());

        int things() {
            return cards.size() + tanks.size() + basins.size();
        }
    }

    /**
     * A layout to compute.
     *
     * @param layout computes the next arrangement from the previous one
     */
    private record Job(
            MapOrder order, double width, double height, int things, long version, UnaryOperator<Arrangement> layout) {}

    private final LayoutRunner runner;
    private final Runnable arrival;
    private final Folding folding = new Folding();
    private final ClientFolding clients = new ClientFolding();
    private final Ranking ranking = new Ranking();
    private final BasinLayout basinLayout = new BasinLayout();
    private final ClientLayout clientLayout = new ClientLayout();
    private final Map<ResourceId, Form> pinned = new HashMap<>();
    private final Pins<ResourceId> pins = BasinPinning.pins();
    private final Pins<MapElement> clientPins = ClientPinning.pins();
    /** The computed arrangements, before pins are applied. */
    private final Map<MapOrder, Arrangement> arrangements = new EnumMap<>(MapOrder.class);

    /** The arrangement on the map, with pins. */
    private Arrangement current = Arrangement.EMPTY;

    private MapOrder order = MapOrder.BY_RESOURCE;
    /** The order on the map. It becomes the wanted order after its layout is ready. */
    private MapOrder shown = MapOrder.BY_RESOURCE;

    private MapScene scene = new MapScene(List.of(), List.of());
    private Wish asked = Wish.NOTHING;
    private double width;
    private double height;
    private long rowsVersion = -1;
    private boolean running;
    private @Nullable Job waiting;
    private boolean updating;
    private boolean arrived;
    private boolean held;
    /** Whether all places should be chosen again, now or when {@link #held} ends. */
    private boolean freshDue;

    /**
     * Makes a scheduler.
     *
     * @param runner computes large layouts
     * @param arrival is called when a layout is ready outside {@link #update}
     */
    public LayoutScheduler(LayoutRunner runner, Runnable arrival) {
        this.runner = runner;
        this.arrival = arrival;
    }

    /** Returns the order that the user wants. */
    public MapOrder order() {
        return order;
    }

    /** Returns the order on the map. It becomes the wanted order after its layout is ready. */
    public MapOrder shown() {
        return shown;
    }

    public void arrangeBy(MapOrder newOrder) {
        order = newOrder;
        waiting = null;
    }

    /** Returns the places of all basins and cards. */
    public Arrangement arrangement() {
        return current;
    }

    /** Pins a tank, or by client also a card, in the order on the map. Everything that belongs to it moves along. */
    public void pin(MapElement element, double x, double y) {
        ResourceId basin = element.basin();
        if (shown == MapOrder.BY_CLIENT) {
            clientPins.put(element, x, y);
        } else if (basin != null) {
            pins.put(basin, x, y);
        }
        repin();
    }

    /** Returns whether the user pinned the element in the order on the map. */
    public boolean isPinned(MapElement element) {
        ResourceId basin = element.basin();
        return shown == MapOrder.BY_CLIENT ? clientPins.has(element) : basin != null && pins.has(basin);
    }

    /** Removes the pins of the order on the map; those of the other order stay. */
    public void tidy() {
        if (shown == MapOrder.BY_CLIENT) {
            clientPins.clear();
        } else {
            pins.clear();
        }
        repin();
    }

    /** Returns the pins of both orders as text. */
    public String pins() {
        return clientPins.isEmpty() ? pins.text() : pins.text() + BETWEEN_ORDERS + clientPins.text();
    }

    /** Replaces the pins of both orders by those of a text from {@link #pins()}. */
    public void takePins(String text) {
        int between = text.indexOf(BETWEEN_ORDERS);
        pins.take(between < 0 ? text : text.substring(0, between));
        clientPins.take(between < 0 ? "" : text.substring(between + BETWEEN_ORDERS.length()));
        repin();
    }

    private void repin() {
        place();
        arrived = true;
    }

    private void place() {
        Arrangement laidOut = arrangement(shown);
        current = shown == MapOrder.BY_RESOURCE
                ? BasinPinning.apply(pins, laidOut)
                : ClientPinning.apply(clientPins, laidOut);
    }

    private Arrangement arrangement(MapOrder which) {
        return arrangements.getOrDefault(which, Arrangement.EMPTY);
    }

    /** Returns the contents to show now. */
    public MapScene scene() {
        return scene;
    }

    /** Unfolds the clients of a card, or folds them again. */
    public void toggle(CardKey card) {
        clients.toggle(card);
    }

    /**
     * Unfolds a folded node, or folds it again. Without a node, or for a whole side of a compact basin, it switches the
     * basin's form.
     */
    public void toggle(ResourceId basin, boolean compact, @Nullable NodeKey node) {
        if (node == null || node.fold() == NodeKey.Fold.SIDE && compact) {
            choose(basin, compact ? Form.FULL : Form.COMPACT);
        } else {
            NodeKey fold = folding.foldOf(node);
            if (fold.fold() != NodeKey.Fold.NONE) {
                folding.toggle(fold);
            }
        }
    }

    /** Sets the form of a basin; null lets the layout choose. */
    public void choose(ResourceId basin, @Nullable Form form) {
        if (form == null) {
            pinned.remove(basin);
        } else {
            pinned.put(basin, form);
        }
    }

    /**
     * Updates the layout for a frame and a size of the view.
     *
     * @param afresh whether the view has a new shape or the user wants another order
     * @param hold whether the user looks at a part of the map, so that places should stay if possible
     * @return whether the arrangement has changed
     */
    public boolean update(Frame frame, double viewWidth, double viewHeight, boolean afresh, boolean hold) {
        width = viewWidth;
        height = viewHeight;
        MapScene wanted = scene(order, frame);
        freshDue |= order == MapOrder.BY_RESOURCE && ranking.update(wanted.basins(), frame.nanos());
        freshDue |= afresh;
        boolean fresh = freshDue && !hold;
        boolean released = held && !hold;
        held = hold;
        Wish wish = order == MapOrder.BY_RESOURCE ? byResource(wanted) : byClient(wanted);
        if (width > 0 && (fresh || released || !wish.equals(asked))) {
            asked = wish;
            freshDue &= !fresh;
            updating = true;
            start(job(wanted, wish, fresh ? Stability.FRESH : hold ? Stability.STILL : Stability.FITTING));
            updating = false;
        } else if (order == MapOrder.BY_RESOURCE && !running && rowsVersion != folding.version()) {
            // The number of rows is the same, but they are other nodes.
            rowsVersion = folding.version();
            arrangements.put(order, withRows(arrangement(order), wanted.basins()));
            place();
        }
        scene = shown == order ? wanted : scene(shown, frame);
        boolean news = arrived;
        arrived = false;
        return news;
    }

    private MapScene scene(MapOrder which, Frame frame) {
        return which == MapOrder.BY_RESOURCE ? new MapScene(folding.basins(frame), List.of()) : clients.scene(frame);
    }

    private Wish byResource(MapScene wanted) {
        Map<ResourceId, Basin> basins = new HashMap<>();
        wanted.basins().forEach(basin -> basins.put(basin.id(), basin));
        pinned.keySet().retainAll(basins.keySet());
        List<BasinShape> shapes = new ArrayList<>(basins.size());
        for (ResourceId id : ranking.order()) {
            Basin basin = basins.get(id);
            if (basin != null) {
                shapes.add(new BasinShape(
                        id,
                        basin.producers().size(),
                        basin.consumers().size(),
                        ranking.isQuiet(id),
                        ranking.isExplained(id),
                        pinned.get(id)));
            }
        }
        return new Wish(order, shapes, List.of(), List.of());
    }

    private Wish byClient(MapScene wanted) {
        List<ClientShape> shapes = new ArrayList<>();
        clients.rows().forEach((card, resources) -> shapes.add(new ClientShape(card, resources)));
        List<ResourceId> tanks = new ArrayList<>(wanted.basins().size());
        wanted.basins().forEach(basin -> tanks.add(basin.id()));
        tanks.sort((a, b) -> NaturalOrder.OF_TEXTS.compare(a.value(), b.value()));
        return new Wish(order, List.of(), shapes, tanks);
    }

    private Job job(MapScene wanted, Wish wish, Stability stability) {
        double wide = width;
        double high = height;
        List<Basin> basins = wanted.basins();
        UnaryOperator<Arrangement> layout = wish.order() == MapOrder.BY_RESOURCE
                ? before -> withRows(basinLayout.arrange(wish.basins(), wide, high, before, stability), basins)
                : before -> clientLayout.arrange(
                        wish.cards(), wish.tanks(), wide, high, before, stability == Stability.FRESH);
        return new Job(order, wide, high, wish.things(), folding.version(), layout);
    }

    private static Arrangement withRows(Arrangement arrangement, List<Basin> basins) {
        Map<ResourceId, Rows> rows = new HashMap<>();
        for (Basin basin : basins) {
            Placement placement = arrangement.placements().get(basin.id());
            if (placement != null) {
                rows.put(basin.id(), Rows.of(placement.form() == Form.COMPACT ? basin.compacted() : basin));
            }
        }
        return arrangement.withRows(rows);
    }

    private void start(Job job) {
        if (running) {
            waiting = job;
        } else if (job.things() <= AT_ONCE) {
            accept(job, job.layout().apply(arrangement(job.order())));
        } else {
            running = true;
            Arrangement before = arrangement(job.order());
            runner.run(() -> job.layout().apply(before), result -> done(job, result));
        }
    }

    private void done(Job job, Arrangement result) {
        running = false;
        if (job.order() == order && job.width() == width && job.height() == height) {
            accept(job, result);
        }
        Job next = waiting;
        waiting = null;
        if (next != null) {
            start(next);
        }
        if (arrived && !updating) {
            arrival.run();
        }
    }

    private void accept(Job job, Arrangement result) {
        arrangements.put(job.order(), result);
        shown = job.order();
        place();
        rowsVersion = job.version();
        arrived = true;
    }
}
