package virdi.ui.map;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.pen.CanvasPen;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.PngStream;
import virdi.ui.kit.pen.SvgPen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.map.paint.MapColors;
import virdi.ui.map.paint.MapFonts;
import virdi.ui.map.paint.MotionPainter;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.paint.StaticPainter;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.sign.Palette.Ink;

/**
 * All of the map as a file, as it is at one moment; not what attention adds to it. FX thread only.
 *
 * <p>The painters run once, in one turn, so that the picture is of one moment. For PNG they leave what they draw on
 * canvases that lie like bands below each other; those are rendered one by one, since that is what takes long.
 */
public final class MapExport {
    static final SaveAs.Question PNG = new SaveAs.Question("the map", "PNG picture", "virdi-map.png");
    static final SaveAs.Question SVG = new SaveAs.Question("the map", "SVG picture", "virdi-map.svg");

    /** Around the picture, in map units. */
    private static final double MARGIN = 24;
    /** How far a basin is drawn beyond its bounds, in map units. */
    private static final double SPILL = 12;

    private static final double PNG_SCALE = 2;
    /** A larger PNG than this opens badly elsewhere; the picture is made smaller then, and SVG is the better choice. */
    private static final double MOST_PIXELS = 32e6;
    /** Pixels that one turn may render without a visible pause. */
    private static final int BAND_PIXELS = 1_500_000;

    private static final int LEAST_BAND = 16;
    /** Textures of old graphics cards are not larger. */
    private static final int WIDEST_CANVAS = 4_096;

    private final MapViewModel model;
    private final MapColors colors;
    private final MapFonts fonts;
    private final long nanos;
    private final Box extent;

    /** @param nanos the time of what flows */
    MapExport(MapViewModel model, MapColors colors, MapFonts fonts, long nanos) {
        this.model = model;
        this.colors = colors;
        this.fonts = fonts;
        this.nanos = nanos;
        extent = model.extent().grownBy(MARGIN);
    }

    /** At the map's own size, with every detail. */
    Iterator<SaveAs.Piece> svg() {
        SvgPen pen = new SvgPen(Math.ceil(extent.width()), Math.ceil(extent.height()), TextWidth::of);
        pen.setFill(colors.of(Ink.BACKGROUND));
        pen.fillRect(0, 0, Math.ceil(extent.width()), Math.ceil(extent.height()));
        pen.translate(-extent.x(), -extent.y());
        paint(new PaintContext(pen, colors, fonts, 1, DetailLevel.NEAR), extent);
        pen.end();
        String text = pen.take();
        SaveAs.Piece whole = out -> out.write(text.getBytes(StandardCharsets.UTF_8));
        return List.of(whole).iterator();
    }

    /** At twice the map's own size, or as large as such a file may be, with what can be read at that size. */
    Iterator<SaveAs.Piece> png() {
        double scale = Math.min(PNG_SCALE, Math.sqrt(MOST_PIXELS / (extent.width() * extent.height())));
        int width = (int) Math.ceil(extent.width() * scale);
        int height = (int) Math.ceil(extent.height() * scale);
        int most = Math.max(LEAST_BAND, BAND_PIXELS / width);
        Deque<Band> bands = new ArrayDeque<>();
        for (int top = 0; top < height; top += most) {
            bands.add(band(scale, width, top, Math.min(most, height - top)));
        }
        return new Bands(bands, width, height);
    }

    private Band band(double scale, int width, int top, int height) {
        Deque<Canvas> tiles = new ArrayDeque<>();
        for (int left = 0; left < width; left += WIDEST_CANVAS) {
            int wide = Math.min(WIDEST_CANVAS, width - left);
            Canvas canvas = new Canvas(wide, height);
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.setFill(colors.of(Ink.BACKGROUND));
            g.fillRect(0, 0, wide, height);
            g.translate(-left, -top);
            g.scale(scale, scale);
            g.translate(-extent.x(), -extent.y());
            Box part = new Box(extent.x() + left / scale, extent.y() + top / scale, wide / scale, height / scale);
            double zoom = Math.min(1, scale);
            paint(new PaintContext(new CanvasPen(g), colors, fonts, zoom, DetailLevel.at(zoom)), part);
            tiles.add(canvas);
        }
        return new Band(tiles, width, height);
    }

    /** Valves are drawn as they are in force: in a file there is no hand that holds them. */
    private void paint(PaintContext context, Box part) {
        List<NodePicture> turned = new ArrayList<>();
        model.basins()
                .forEach(basin -> basin.forEachNode(node -> {
                    if (node.isTurned()) {
                        turned.add(node);
                    }
                }));
        turned.forEach(node -> node.turn(false));
        Pen g = context.g();
        g.save();
        StaticPainter.draw(context, model, part.grownBy(SPILL));
        g.restore();
        g.save();
        double thinning = MotionPainter.thinning(model, model.extent(), context.zoom());
        MotionPainter.draw(context, model, part.grownBy(SPILL), thinning, nanos);
        g.restore();
        turned.forEach(node -> node.turn(true));
    }

    /** Rows of the picture, on canvases side by side. */
    private record Band(Deque<Canvas> tiles, int width, int height) {
        Rows render() {
            int[] argb = new int[width * height];
            int left = 0;
            for (Canvas tile : tiles) {
                int wide = (int) tile.getWidth();
                Image image = tile.snapshot(new SnapshotParameters(), new WritableImage(wide, height));
                image.getPixelReader()
                        .getPixels(0, 0, wide, height, PixelFormat.getIntArgbInstance(), argb, left, width);
                left += wide;
            }
            return new Rows(argb, height);
        }
    }

    /** Rendered rows. */
    private record Rows(int[] argb, int count) {}

    /** Renders a band at a time, and forgets it then. */
    private static final class Bands implements Iterator<SaveAs.Piece> {
        private final Deque<Band> waiting;
        private final int width;
        private final int height;
        /** Only the writer's. */
        private @Nullable PngStream stream;

        Bands(Deque<Band> waiting, int width, int height) {
            this.waiting = waiting;
            this.width = width;
            this.height = height;
        }

        @Override
        public boolean hasNext() {
            return !waiting.isEmpty();
        }

        @Override
        public SaveAs.Piece next() {
            Rows rows = waiting.remove().render();
            boolean last = waiting.isEmpty();
            return out -> write(out, rows, last);
        }

        private void write(OutputStream out, Rows rows, boolean last) throws IOException {
            PngStream png = stream;
            if (png == null) {
                png = new PngStream(out, width, height);
                stream = png;
            }
            for (int row = 0; row < rows.count(); row++) {
                png.row(rows.argb(), row * width);
            }
            if (last) {
                png.end();
            }
        }
    }
}
