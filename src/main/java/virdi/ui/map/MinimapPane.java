package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Severity;
import virdi.ui.kit.CanvasRegion;
import virdi.ui.map.paint.MapColors;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.Minimap;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/**
 * All of the map in a corner of it, while not all is in view: tanks and clients in the colours of their states, and what
 * is in view as a frame, which can be dragged. FX thread only. Repaints only when something it shows is other; the frame
 * is a node of its own, since it moves with every pan.
 */
public class MinimapPane extends CanvasRegion {
    private static final double ROUNDING = 12;
    private static final double LEAST_MARK = 3;
    private static final double FRAME_ROUNDING = 4;
    private static final double FRAME_WIDTH = 1.2;

    /** A tank or a card as it is drawn. */
    private record Mark(Box box, Severity severity, boolean found) {}

    /** All that is drawn. */
    private record Marks(Minimap map, List<Mark> marks) {}

    private final MapViewModel model;
    private final Consumer<Box> look;
    private final Rectangle frame = new Rectangle();
    private @Nullable Minimap shown;
    private @Nullable MapColors colors;
    private @Nullable Marks drawn;

    /** @param look is to show the part of the plane with this middle */
    MinimapPane(MapViewModel model, Consumer<Box> look) {
        this.model = model;
        this.look = look;
        setId("minimap");
        setVisible(false);
        setManaged(false);
        setCursor(Cursor.HAND);
        setAccessibleText("Small map of all resources");
        frame.setArcWidth(FRAME_ROUNDING);
        frame.setArcHeight(FRAME_ROUNDING);
        frame.setStrokeWidth(FRAME_WIDTH);
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        getChildren().add(frame);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::aimed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::aimed);
        // The map under it must not see these events.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    private void aimed(MouseEvent event) {
        Minimap map = shown;
        if (map != null && event.getButton() == MouseButton.PRIMARY) {
            look.accept(new Box(map.planeX(event.getX()), map.planeY(event.getY()), 0, 0));
        }
    }

    /** Brings it up to date with the view, of this size. */
    void show(double width, double height, MapColors colours) {
        shown = Minimap.of(model.extent(), model.camera().visible(), width, height)
                .orElse(null);
        Minimap map = shown;
        setVisible(map != null);
        if (map == null) {
            return;
        }
        Box view = map.clipped(map.place(model.camera().visible()));
        frame.setX(view.x());
        frame.setY(view.y());
        frame.setWidth(view.width());
        frame.setHeight(view.height());
        Marks now = marks(map);
        if (!now.equals(drawn) || colors != colours) {
            drawn = now;
            colors = colours;
            frame.setFill(colours.of(Tone.FLOW, MapColors.Strength.WASH));
            frame.setStroke(colours.of(Tone.FLOW));
            resizeRelocate(
                    map.box().x(), map.box().y(), map.box().width(), map.box().height());
            repaint();
        }
    }

    /** The part of the view that it covers; null when it is not shown. */
    @Nullable
    Box covers() {
        return shown == null ? null : shown.box();
    }

    private Marks marks(Minimap map) {
        List<Mark> marks = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            marks.add(new Mark(basin.tank(), basin.basin().severity(), basin.isFound()));
        }
        for (CardPicture card : model.cards()) {
            marks.add(new Mark(card.box(), card.card().severity(), card.isFound()));
        }
        return new Marks(map, marks);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        Minimap map = shown;
        MapColors colours = colors;
        if (map == null || colours == null) {
            return;
        }
        g.setGlobalAlpha(0.92);
        g.setFill(colours.of(Ink.SURFACE));
        g.fillRoundRect(0, 0, width, height, ROUNDING, ROUNDING);
        g.setGlobalAlpha(1);
        for (BasinPicture basin : model.basins()) {
            if (model.cards().isEmpty()) {
                g.setFill(colours.of(Ink.RAISED));
                fill(g, map.place(basin.bounds()), 3);
            }
        }
        for (CardPicture card : model.cards()) {
            mark(g, colours, map.place(card.box()), card.card().severity(), card.isFound());
        }
        for (BasinPicture basin : model.basins()) {
            mark(g, colours, map.place(basin.tank()), basin.basin().severity(), basin.isFound());
        }
        g.setGlobalAlpha(1);
        g.setStroke(colours.of(Ink.BORDER));
        g.setLineWidth(1);
        g.strokeRoundRect(0.5, 0.5, width - 1, height - 1, ROUNDING, ROUNDING);
    }

    private static void mark(GraphicsContext g, MapColors colors, Box place, Severity severity, boolean found) {
        boolean calls = severity.compareTo(Severity.WARNING) >= 0;
        Tone tone = calls ? Tone.of(severity) : Tone.FLOW;
        g.setGlobalAlpha(found ? 1 : 0.2);
        g.setFill(colors.of(tone, calls ? MapColors.Strength.FULL : MapColors.Strength.LIQUID));
        fill(g, place, 2);
    }

    private static void fill(GraphicsContext g, Box place, double rounding) {
        double width = Math.max(LEAST_MARK, place.width());
        double height = Math.max(LEAST_MARK, place.height());
        double x = place.centreX() - width / 2;
        double y = place.centreY() - height / 2;
        // A thousand cards are hardly larger than their corners, and those are what costs.
        if (Math.min(width, height) < 3 * rounding) {
            g.fillRect(x, y, width, height);
        } else {
            g.fillRoundRect(x, y, width, height, rounding, rounding);
        }
    }
}
