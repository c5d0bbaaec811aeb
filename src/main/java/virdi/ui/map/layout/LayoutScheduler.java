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
 * Decides when the picture is laid out again, and has it done. FX thread only.
 *
 * <p>A small picture is laid out at once. A large one is worked out elsewhere, while the map goes on with the places it
 * has; what has come without a place waits. One layout is under way at a time, and only the newest wish waits for it:
 * under constant change every picture is followed by the next, instead of each being too old when it is ready. A result
 * for another order or another size of the view is dropped.
 */
public final class LayoutScheduler {
    /** With so many things a layout takes about a millisecond. */
    static final int AT_ONCE = 150;

    /** Between the pins by resource and those by client: it occurs in neither. */
    private static final String BETWEEN_ORDERS = "|";

    /** What a layout depends on. */
    private record Wish(MapOrder order, List<BasinShape> basins, List<ClientShape> cards, List<ResourceId> tanks) {
        static final Wish NOTHING = new Wish(MapOrder.BY_RESOURCE, List.of(), List.of(), List.of());

        int things() {
            return cards.size() + tanks.size() + basins.size();
        }
    }

    /** @param layout makes the next arrangement of the one before */
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
    /** As they were laid out, without pins. */
    private final Map<MapOrder, Arrangement> arrangements = new EnumMap<>(MapOrder.class);

    /** What is shown. */
    private Arrangement current = Arrangement.EMPTY;

    private MapOrder order = MapOrder.BY_RESOURCE;
    /** The order of what is shown: the wanted one once it has been laid out. */
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
    /** Whether all places are to be chosen anew, now or once they are no longer held. */
    private boolean freshDue;

    /**
     * @param runner works out large layouts
     * @param arrival is called when one has come that {@link #update} had not
     */
    public LayoutScheduler(LayoutRunner runner, Runnable arrival) {
        this.runner = runner;
        this.arrival = arrival;
    }

    /** What is wanted. */
    public MapOrder order() {
        return order;
    }

    /** What is shown, which is what is wanted as soon as that has been laid out. */
    public MapOrder shown() {
        return shown;
    }

    public void arrangeBy(MapOrder newOrder) {
        order = newOrder;
        waiting = null;
    }

    /** Where everything is. */
    public Arrangement arrangement() {
        return current;
    }

    /** Pins a tank, by client also a card, in what is shown; what belongs to it comes along. */
    public void pin(MapElement element, double x, double y) {
        ResourceId basin = element.basin();
        if (shown == MapOrder.BY_CLIENT) {
            clientPins.put(element, x, y);
        } else if (basin != null) {
            pins.put(basin, x, y);
        }
        repin();
    }

    /** Whether somebody has put it there, in what is shown. */
    public boolean isPinned(MapElement element) {
        ResourceId basin = element.basin();
        return shown == MapOrder.BY_CLIENT ? clientPins.has(element) : basin != null && pins.has(basin);
    }

    /** Takes out the pins of what is shown; those of the other order stay. */
    public void tidy() {
        if (shown == MapOrder.BY_CLIENT) {
            clientPins.clear();
        } else {
            pins.clear();
        }
        repin();
    }

    /** The pins of both orders as text. */
    public String pins() {
        return clientPins.isEmpty() ? pins.text() : pins.text() + BETWEEN_ORDERS + clientPins.text();
    }

    /** Takes the pins of both orders from such a text. */
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

    /** What of the frame is to be shown now. */
    public MapScene scene() {
        return scene;
    }

    /** Shows the clients of a card one by one, or folds them again. */
    public void toggle(CardKey card) {
        clients.toggle(card);
    }

    /** Unfolds a folded node or folds it again; gives a basin its other form where there is no node, or only a side. */
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

    /** Gives a basin a form; null for the one that the layout has for it. */
    public void choose(ResourceId basin, @Nullable Form form) {
        if (form == null) {
            pinned.remove(basin);
        } else {
            pinned.put(basin, form);
        }
    }

    /**
     * Takes note of what is to be shown.
     *
     * @param afresh whether the view has another shape, or another order is wanted
     * @param hold whether somebody looks at a part of it, so that things keep their places as far as they can
     * @return whether the arrangement is another now
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
            // As many rows as before, but others.
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
