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
import virdi.ui.kit.RenderPolicy;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.Selection;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.layout.LayoutRunner;
import virdi.ui.map.paint.MapColors;
import virdi.ui.map.paint.MapFonts;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.plane.Box;
import virdi.ui.map.render.MapLayers;
import virdi.ui.map.scene.InteractionState;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.MotionClock;
import virdi.ui.map.scene.WhyBubbles;
import virdi.ui.map.valve.AccessibleTexts;
import virdi.ui.map.valve.MapSurface;
import virdi.ui.map.valve.ValveField;
import virdi.ui.map.valve.ValveModel;
import virdi.ui.sign.Palette;

/**
 * The live map. FX thread only.
 *
 * <p>Give it frames with {@link #show} and time with {@link #pulse}; it has no timer of its own. Two layers: one of
 * what stands still, drawn when that changes, and above it one of what moves, drawn as often as it can be seen to.
 * Without pulses (the window rests) it still answers to input, in the layout pass, only without gliding there.
 */
public final class MapView extends Region implements MapSurface {
    private static final double ZOOM_STEP = 1.25;
    private final MapFonts fonts = new MapFonts();
    private final MapViewModel model;
    private final InteractionState interaction = new InteractionState();
    private final ValveModel valves;
    private final ValveField valveField;
    private final Palette palette = new Palette();
    private final MotionClock flow = new MotionClock();
    private final MinimapPane minimap;
    private final MapLayers layers;
    private final MapSelection selection;
    private final Gestures gestures;
    /** Actions for the next pulse, with its time: a glide that began in the past would be over already. */
    private final List<LongConsumer> wishes = new ArrayList<>();

    private final RenderPolicy policy;
    /** The newest frame, which the map does not show yet; null for none. */
    private @Nullable Frame pending;

    private long takenNanos = Long.MIN_VALUE / 2;
    /** The part of the plane that was in view in the last pulse. */
    private Box seen = new Box(0, 0, 0, 0);

    private PaintContext.@Nullable Style style;
    private Runnable waker = () -> {};
    private Consumer<String> pinListener = pins -> {};
    private long now;
    private boolean dirty = true;
    /** Whether something stands elsewhere than where it was drawn. */
    private boolean glided;

    private boolean panned;

    /**
     * @param selection what is selected, shared by all views
     * @param menus makes the context menu of what is selected, or of the ground when given nothing
     * @param runner works out large layouts
     * @param policy decides when something is drawn again
     */
    public MapView(
            Selection<Target> selection,
            Function<Set<Target>, ContextMenu> menus,
            LayoutRunner runner,
            RenderPolicy policy) {
        this.policy = policy;
        model = new MapViewModel(fonts::whyWidth, runner, this::takeLayout);
        valves = new ValveModel(model);
        valveField = new ValveField(this, model, valves);
        this.selection = new MapSelection(selection, menus, this::selectionChanged);
        getStyleClass().add("map-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(AccessibleTexts.of(model, null));
        minimap = new MinimapPane(model, middle -> {
            model.centre(middle.x(), middle.y());
            repaint();
        });
        layers = new MapLayers(model, valves, interaction, policy);
        getChildren().addAll(layers.nodes());
        getChildren().addAll(minimap, palette, valveField);
        palette.onChange(() -> {
            style = null;
            repaint();
        });
        focusedProperty().subscribe(focus -> repaint());
        gestures = new Gestures(this, model, interaction, valves, valveField);
        gestures.listen();
        setMinSize(120, 90);
    }

    /** Takes a new frame; it is on the screen with the next pulse, which it does not ask for as input does. */
    public void show(Frame frame) {
        pending = frame;
    }

    /** Lets valves be turned. Takes the commands that set them, those of one act together. */
    public void onTurn(Consumer<List<OperatorCommand>> send) {
        valves.sendTo(send);
    }

    /** Takes the receiver of requests for history: elements near enough show their last minute. */
    public void onAsk(Consumer<Set<SeriesQuery>> asker) {
        model.sparklines().askOf(asker);
    }

    /**
     * Draws whatever is due; once per pulse.
     *
     * @param nanos the pulse's time
     * @return whether another pulse is wanted, because something moves or was left to be drawn
     */
    public boolean pulse(long nanos) {
        now = nanos;
        boolean caughtUp = catchUp();
        long version = model.version().any();
        boolean flows = advance();
        boolean turns = valves.advance(nanos);
        glided |= version != model.version().any();
        if (caughtUp && !dirty && !panned && !turns && model.isCrowded()) {
            // Taking a frame and drawing a crowded picture are a pulse each: together they would be longer than one.
            return true;
        }
        if (dirty || panned || turns || layers.isDue(flows, glided, nanos)) {
            paint(panned && !dirty && !turns && !glided);
        } else if (!glided && !flows) {
            layers.mend(style(), now);
        }
        return flows || turns || glided || layers.isWaiting() || pending != null;
    }

    private boolean advance() {
        boolean glides = model.camera().isGliding();
        boolean flows = model.advance(now);
        Box visible = model.camera().visible();
        if (!glides && !visible.equals(seen)) {
            policy.moved(now);
        }
        seen = visible;
        return flows;
    }

    /** Arranges everything by resource or by client. */
    public void arrangeBy(MapOrder order) {
        atNextPulse(nanos -> {
            model.arrangeBy(order, nanos);
            setAccessibleText(AccessibleTexts.of(model, null));
        });
    }

    private void takeLayout() {
        atNextPulse(model::takeLayout);
    }

    /** Keeps everything in view until the user pans or zooms. */
    public void fit() {
        atNextPulse(model::fit);
    }

    public void fitSelection() {
        atNextPulse(model::fitSelection);
    }

    public void zoomIn() {
        zoom(ZOOM_STEP);
    }

    public void zoomOut() {
        zoom(1 / ZOOM_STEP);
    }

    /**
     * Fades everything that does not match.
     *
     * @param text words that must all occur; {@code client:}, {@code resource:}, {@code state:} or {@code kind:} may
     *     stand before one; blank for everything
     */
    public void find(String text) {
        model.find(text);
        repaint();
    }

    /** Gives the map the keyboard, at the first of what was searched for. */
    public void walkToFound() {
        requestFocus();
        gestures.focusFound();
    }

    /** Holds dots and liquid where they are, or lets them go on from there; looking around goes on meanwhile. */
    public void hold(boolean still) {
        atNextPulse(nanos -> {
            model.hold(still);
            flow.hold(still, nanos);
        });
    }

    public boolean isEmpty() {
        return model.isEmpty();
    }

    public void savePng(SaveAs saveAs) {
        saveAs.save(MapExport.PNG, () -> export().png());
    }

    public void saveSvg(SaveAs saveAs) {
        saveAs.save(MapExport.SVG, () -> export().svg());
    }

    /** Removes the pins of the arrangement that is shown. */
    public void tidy() {
        atNextPulse(nanos -> {
            model.tidy(nanos);
            pinned();
        });
    }

    /** Puts things where they were put before, as {@link #onPinned} told. */
    public void restorePins(String pins) {
        atNextPulse(nanos -> model.takePins(pins, nanos));
    }

    /** Takes the receiver of all pins as text, called whenever the user has moved something. */
    public void onPinned(Consumer<String> listener) {
        pinListener = listener;
    }

    void pinned() {
        pinListener.accept(model.pins());
    }

    /** Takes who starts the pulses when input wants one while none come. */
    public void onWake(Runnable newWaker) {
        waker = newWaker;
    }

    /** Has something done with the time of the next pulse. */
    void atNextPulse(LongConsumer deed) {
        wishes.add(deed);
        repaint();
    }

    @Override
    public void repaint() {
        dirty = true;
        wake();
    }

    /** Moves the picture by so many pixels, as a hand does. */
    void pan(double dx, double dy) {
        model.pan(dx, dy);
        panned = true;
        wake();
    }

    private void wake() {
        requestLayout();
        waker.run();
    }

    @Override
    public void announce(String words) {
        setAccessibleText(words);
    }

    /** The text is made when it is asked for, so that it is never stale. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? AccessibleTexts.of(model, valves, interaction.focused())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    Gestures gestures() {
        return gestures;
    }

    MapSelection selection() {
        return selection;
    }

    MapViewModel model() {
        return model;
    }

    ValveModel valves() {
        return valves;
    }

    private void zoom(double factor) {
        model.zoomAbout(factor, getWidth() / 2, getHeight() / 2);
        repaint();
    }

    /** Shows what is selected; an element that was selected elsewhere is brought into view. */
    private void selectionChanged(Set<Target> targets, boolean here) {
        model.select(targets);
        List<MapElement> elements = model.selectedElements();
        Box first = elements.isEmpty() ? null : model.box(elements.getFirst());
        if (!here && first != null) {
            atNextPulse(nanos -> model.camera().reveal(first, nanos));
        }
        repaint();
    }

    /**
     * Takes the newest frame when that is due, and does what was wished for.
     *
     * @return whether there was anything
     */
    private boolean catchUp() {
        long version = model.version().any();
        Frame frame = pending;
        boolean due = frame != null && policy.isFrameDue(takenNanos, now);
        if (!due && wishes.isEmpty()) {
            return false;
        }
        if (frame != null && due) {
            pending = null;
            takenNanos = now;
            model.show(frame, now);
            valves.show(frame);
        }
        List<LongConsumer> granted = List.copyOf(wishes);
        wishes.clear();
        granted.forEach(deed -> deed.accept(now));
        layers.invalidate();
        glided |= version != model.version().any();
        return true;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        dirty |= layers.show(width, height);
        if (width > 0 && height > 0) {
            model.resize(width, height, now);
            if (catchUp() || dirty || panned) {
                advance();
                paint(false);
            }
        }
    }

    private void paint(boolean onlyPanned) {
        if (layers.isEmpty()) {
            return;
        }
        if (!onlyPanned) {
            layers.invalidate();
        }
        dirty = false;
        glided = false;
        panned = false;
        if (interaction.keepUp(model.picture())) {
            announce(AccessibleTexts.of(model, valves, interaction.focused()));
        }
        interaction.speak(valves.held() == null ? WhyBubbles.of(model, interaction, fonts::whyWidth) : null);
        MapElement focused = isFocused() ? interaction.focused() : null;
        minimap.show(getWidth(), getHeight(), style().colors());
        layers.paint(onlyPanned, style(), focused, minimap.covers(), now, flow.at(now));
        valveField.place();
    }

    private PaintContext.Style style() {
        if (style == null) {
            style = new PaintContext.Style(new MapColors(palette), fonts);
        }
        return style;
    }

    private MapExport export() {
        return new MapExport(model, style().colors(), fonts, flow.at(now));
    }
}
