package virdi.ui.map.render;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import virdi.ui.map.MapViews;
import virdi.ui.map.paint.MapColors;
import virdi.ui.map.paint.MapFonts;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.sign.Palette;
import virdi.ui.sign.Theme;

/** A picture whose layers are compared with others of the same, pixel by pixel. FX thread only. */
@SuppressWarnings("NullAway.Init") // opened before every test
public abstract class LayerPixels {
    public static final int WIDTH = 1_000;
    public static final int HEIGHT = 700;

    private final MapFonts fonts = new MapFonts();
    public final MapViewModel model = MapViews.model();
    public PaintContext.Style style;
    public Pane pane;

    public void open(Stage stage) {
        var palette = new Palette();
        pane = new Pane(palette);
        var scene = new Scene(pane, WIDTH, HEIGHT);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.show();
        pane.applyCss();
        style = new PaintContext.Style(new MapColors(palette), fonts);
    }

    /** The pixels that differ by more than so much in one of their colours, of 255. */
    public static List<String> differences(Node one, Node other, int alike) {
        return differences(one.snapshot(null, null), other.snapshot(null, null), alike);
    }

    public static List<String> differences(Image one, Image other, int alike) {
        PixelReader left = one.getPixelReader();
        PixelReader right = other.getPixelReader();
        List<String> differences = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int distance = distance(left.getArgb(x, y), right.getArgb(x, y));
                if (distance > alike) {
                    differences.add(x + "," + y + " by " + distance);
                }
            }
        }
        return differences;
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return most;
    }

    public static double x(String difference) {
        return Double.parseDouble(difference.substring(0, difference.indexOf(',')));
    }

    public static double y(String difference) {
        return Double.parseDouble(difference.substring(difference.indexOf(',') + 1, difference.indexOf(' ')));
    }
}
