package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorCommand;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.SeriesQuery;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Palette;

/**
 * The live map. FX thread only.
 *
 * <p>Give it frames with {@link #show} and time with {@link #pulse}; it has no timer of its own. Two layers: one of
 * what stands still, drawn when that changes, and above it one of what moves, drawn as often as it can be seen to.
 * Without pulses (the window rests) it still answers to input, in the layout pass, only without gliding there.
 */
public final class MapView extends Region {
    private static final double ZOOM_STEP = 1.25;
    private final Lettering lettering = new Lettering();
    private final MapViewModel model;
    private final Attention attention = new Attention();
    private final ValveModel valves;
    private final ValveField valveField;
    private final Palette palette = new Palette();
    private final FlowTime flow = new FlowTime();
    private final MinimapPane minimap;
    private final Layers layers;
    private final Selection<Target> selection;
    private final OpenMenu menu;
    /** What is to be done with the time of the next pulse: a glide that began in the past would be over already. */
    private final List<LongConsumer> wishes = new ArrayList<>();

    private final Inbox inbox = new Inbox();
    private @Nullable Style style;
    private Runnable stirred = () -> {};
    private Consumer<String> pinListener = pins -> {};
    private long now;
    private boolean dirty = true;
    /** Whether what stands still stands elsewhere now than where it was drawn. */
    private boolean glided;
    /** Whether a hand has moved the picture since it was drawn. */
    private boolean panned;

    private boolean selecting;

    /** One whose layouts are all worked out at once, however large they are; see the other constructor. */
    public MapView(Selection<Target> selection, Function<Set<Target>, ContextMenu> menus) {
        this(selection, menus, LayoutRunner.AT_ONCE);
    }

    /**
     * @param selection what is selected, shared by all views
     * @param menus makes the context menu of what is selected, or of the ground when given nothing
     * @param runner works out large layouts
     */
    public MapView(Selection<Target> selection, Function<Set<Target>, ContextMenu> menus, LayoutRunner runner) {
        model = new MapViewModel(lettering::whyWidth, runner, this::settle);
        valves = new ValveModel(model);
        valveField = new ValveField(this, model, valves);
        this.selection = selection;
        menu = new OpenMenu(menus);
        getStyleClass().add("map-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Speech.of(model, null));
        minimap = new MinimapPane(model, middle -> {
            model.centre(middle.x(), middle.y());
            stir();
        });
        layers = new Layers(model, valves, attention);
        getChildren().addAll(layers.nodes());
        getChildren().addAll(minimap, palette, valveField);
        palette.onChange(() -> {
            style = null;
            stir();
        });
        selection.onChange(this::selectionChanged);
        focusedProperty().subscribe(focus -> stir());
        new Gestures(this, model, attention, valves, valveField).listen();
        setMinSize(120, 90);
    }

    /** Takes a new frame; it is on the screen with the next pulse, which it does not ask for as input does. */
    public void show(Frame frame) {
        inbox.put(frame);
    }

    /** Lets valves be turned. Takes the commands that set them, those of one act together. */
    public void onTurn(Consumer<List<OperatorCommand>> send) {
        valves.sendTo(send);
    }

    /** Who is to be told whose past frames should carry, so that what is near can show its last minute. */
    public void onAsk(Consumer<Set<SeriesQuery>> asker) {
        model.sparks().askOf(asker);
    }

    /** Takes what has come, if anything has, so that the next pulse has only to draw it: two short ones instead of a long one. */
    public boolean take(long nanos) {
        now = nanos;
        return fulfil();
    }

    /**
     * Draws what has changed and what moves; once per pulse. While a hand moves it it takes a frame or draws, not both.
     *
     * @param nanos the pulse's time
     * @return whether another pulse is wanted, because something moves or was left to be drawn
     */
    public boolean pulse(long nanos) {
        boolean told = take(nanos);
        long version = model.changes().any();
        boolean flows = model.advance(nanos);
        boolean turns = valves.advance(nanos);
        glided |= version != model.changes().any();
        if (told && !glided && layers.isTurning(now)) {
            dirty = false;
            return true;
        }
        Share due = told && panned && !glided ? Share.NONE : layers.due(flows, glided, panned, now);
        Share share = dirty || turns ? Share.ALL : due;
        if (!share.isEmpty() || panned) {
            paint(share);
        } else if (!glided && !flows) {
            layers.mend(style(), now);
        }
        return flows || turns || glided || layers.isWaiting() || !inbox.isEmpty();
    }

    /** Arranges everything by resource or by client. */
    public void arrangeBy(MapOrder order) {
        wish(nanos -> {
            model.arrangeBy(order, nanos);
            setAccessibleText(Speech.of(model, null));
        });
    }

    private void settle() {
        wish(model::settle);
    }

    /** Shows everything, and keeps it in view until the user pans or zooms. */
    public void fit() {
        wish(model::fit);
    }

    /** Shows what is selected as large as it fits. */
    public void fitSelection() {
        wish(model::fitSelection);
    }

    /** Enlarges about the middle. */
    public void zoomIn() {
        zoom(ZOOM_STEP);
    }

    /** Makes smaller about the middle. */
    public void zoomOut() {
        zoom(1 / ZOOM_STEP);
    }

    /**
     * What matches stays, the rest fades.
     *
     * @param text words that must all occur; {@code client:}, {@code resource:}, {@code state:} or {@code kind:} may
     *     stand before one; blank for everything
     */
    public void find(String text) {
        model.find(text);
        stir();
    }

    /** Gives the map the keyboard, at the first of what was searched for. */
    public void walkToFound() {
        requestFocus();
        Spot found = FocusWalk.found(model);
        if (found != null) {
            focus(found);
        }
    }

    /** Holds dots and liquid where they are, or lets them go on from there; looking around goes on meanwhile. */
    public void hold(boolean still) {
        wish(nanos -> {
            model.hold(still);
            flow.hold(still, nanos);
        });
    }

    /** Whether nothing is on the map. */
    public boolean isEmpty() {
        return model.isEmpty();
    }

    /** Saves all of the picture, not only what is in view. */
    public void savePng(SaveAs saveAs) {
        saveAs.save(MapExport.PNG, () -> export().png());
    }

    /** Saves all of the picture, not only what is in view. */
    public void saveSvg(SaveAs saveAs) {
        saveAs.save(MapExport.SVG, () -> export().svg());
    }

    /** Forgets where things were put, as they are arranged now: everything goes where the layout has it. */
    public void tidy() {
        wish(nanos -> {
            model.tidy(nanos);
            pinned();
        });
    }

    /** Puts things where they were put before, as {@link #onPinned} told. */
    public void restorePins(String pins) {
        wish(nanos -> model.takePins(pins, nanos));
    }

    /** Who is to be told where things are, as text, whenever somebody has put one somewhere. */
    public void onPinned(Consumer<String> listener) {
        pinListener = listener;
    }

    void pinned() {
        pinListener.accept(model.pins());
    }

    /** Who is to be told that input wants a pulse, while none come. */
    public void onStir(Runnable wake) {
        stirred = wake;
    }

    /** Has something done with the time of the next pulse. */
    void wish(LongConsumer deed) {
        wishes.add(deed);
        stir();
    }

    void stir() {
        dirty = true;
        rouse();
    }

    /** Moves the picture by so many pixels, as a hand does. */
    void pan(double dx, double dy) {
        model.pan(dx, dy);
        panned = true;
        rouse();
    }

    private void rouse() {
        requestLayout();
        stirred.run();
    }

    void select(Set<Target> targets, boolean toggle) {
        selecting = true;
        if (!toggle) {
            selection.selectAll(targets);
        } else if (selection.items().containsAll(targets)) {
            targets.forEach(selection::remove);
        } else {
            targets.forEach(selection::add);
        }
        selecting = false;
    }

    void follow(Target culprit) {
        selection.select(culprit);
    }

    void focus(@Nullable Spot spot) {
        attention.focus(spot);
        tell(Speech.of(model, valves, spot));
        Box box = spot == null ? null : model.box(spot);
        if (box != null) {
            wish(nanos -> model.camera().reveal(box, nanos));
        }
        stir();
    }

    /** Tells who cannot see it what the keyboard is at. */
    void tell(String words) {
        setAccessibleText(words);
    }

    /** What is asked for is told as it is now, not as it was when the keyboard came to it. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? Speech.of(model, valves, attention.focused())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Shows the menu of the selection, which first becomes what was pointed at unless that is part of it; or the ground's. */
    void openMenu(@Nullable Spot spot, double screenX, double screenY) {
        Set<Target> meant = spot == null ? Set.of() : model.targets(spot);
        if (!meant.isEmpty() && !selection.items().containsAll(meant)) {
            select(meant, false);
        }
        menu.show(spot == null ? Set.of() : selection.items(), this, screenX, screenY);
    }

    MapViewModel model() {
        return model;
    }

    ValveModel valves() {
        return valves;
    }

    private void zoom(double factor) {
        model.zoomAbout(factor, getWidth() / 2, getHeight() / 2);
        stir();
    }

    private void selectionChanged() {
        model.select(selection.items());
        List<Spot> spots = model.selectedSpots();
        Box first = spots.isEmpty() ? null : model.box(spots.getFirst());
        if (!selecting && first != null) {
            wish(nanos -> model.camera().reveal(first, nanos));
        }
        stir();
    }

    private boolean fulfil() {
        long version = model.changes().any();
        Frame frame = inbox.take(panned || layers.isTurning(now), now);
        if (frame != null) {
            model.show(frame, now);
            valves.show(frame);
        } else if (wishes.isEmpty()) {
            return false;
        }
        List<LongConsumer> due = List.copyOf(wishes);
        wishes.clear();
        due.forEach(deed -> deed.accept(now));
        layers.tell(now);
        glided |= version != model.changes().any();
        return true;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        dirty |= layers.show(width, height);
        if (width > 0 && height > 0) {
            model.resize(width, height, now);
            if (fulfil() || dirty || panned) {
                model.advance(now);
                paint(Share.ALL);
            }
        }
    }

    private void paint(Share share) {
        if (layers.isEmpty()) {
            return;
        }
        if (share.all()) {
            layers.tell();
        }
        boolean panning = panned;
        dirty = false;
        glided = false;
        panned = false;
        if (attention.keepUp(model.picture())) {
            tell(Speech.of(model, valves, attention.focused()));
        }
        attention.speak(valves.held() == null ? Bubbles.of(model, attention, lettering::whyWidth) : null);
        Spot focused = isFocused() ? attention.focused() : null;
        minimap.show(getWidth(), getHeight(), style().inks());
        layers.paint(share, panning, style(), focused, minimap.covers(), now, flow.at(now));
        valveField.place();
    }

    private Style style() {
        if (style == null) {
            style = new Style(new Inks(palette), lettering);
        }
        return style;
    }

    private MapExport export() {
        return new MapExport(model, style().inks(), lettering, flow.at(now));
    }
}
