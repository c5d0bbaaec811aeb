package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import virdi.ui.sign.Palette;
import virdi.ui.sign.Theme;

/** A picture whose layer of what stands still is compared with one that is drawn at once, pixel by pixel. FX thread only. */
@SuppressWarnings("NullAway.Init") // opened before every test
abstract class StillPixels {
    static final int WIDTH = 1_000;
    static final int HEIGHT = 700;
    static final long MILLI = 1_000_000L;
    /** What cannot be told by eye: the lines of a shape are cut elsewhere where it is clipped. */
    private static final int ALIKE = 16;

    private final Lettering lettering = new Lettering();
    final MapViewModel model = new MapViewModel(text -> 7.0 * text.length());
    Style style;
    private Pane pane;
    long nanos = 1;

    void open(Stage stage) {
        var palette = new Palette();
        pane = new Pane(palette);
        var scene = new Scene(pane, WIDTH, HEIGHT);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.show();
        pane.applyCss();
        style = new Style(new Inks(palette), lettering);
    }

    StillLayer layer() {
        var layer = new StillLayer();
        layer.canvas().show(WIDTH, HEIGHT);
        pane.getChildren().add(layer.canvas());
        return layer;
    }

    StillLayer afresh() {
        StillLayer layer = layer();
        layer.tell();
        layer.paint(model, style, Share.ALL, false, nanos);
        return layer;
    }

    void show(BusyWorld world, long tick) {
        world.advance(tick);
        model.resize(WIDTH, HEIGHT, nanos);
        model.show(world.latest(), nanos);
        settle();
    }

    void show(MapWorld world) {
        model.show(world.frame(1), nanos);
        settle();
    }

    /** Lets everything glide where it belongs. */
    void settle() {
        for (int i = 0; i < 100; i++) {
            nanos += 16 * MILLI;
            model.advance(nanos);
        }
    }

    void paint(StillLayer layer) {
        do {
            nanos += 16 * MILLI;
            layer.tell();
            layer.paint(model, style, Share.ALL, false, nanos);
        } while (layer.isWaiting());
    }

    static List<String> differences(StillLayer one, StillLayer other) {
        PixelReader left = one.canvas().snapshot(null, null).getPixelReader();
        PixelReader right = other.canvas().snapshot(null, null).getPixelReader();
        List<String> differences = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (distance(left.getArgb(x, y), right.getArgb(x, y)) > ALIKE) {
                    differences.add(x + "," + y + " by " + distance(left.getArgb(x, y), right.getArgb(x, y)));
                }
            }
        }
        return differences;
    }

    static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return most;
    }
}
