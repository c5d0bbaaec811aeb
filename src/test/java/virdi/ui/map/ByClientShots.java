package virdi.ui.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.stage.Stage;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.kit.pen.Png;
import virdi.ui.map.content.MapOrder;
import virdi.ui.sign.Theme;

/** Draws the map by client into a folder, to be looked at: {@code java … virdi.ui.map.ByClientShots FOLDER}. */
public final class ByClientShots {
    private ByClientShots() {}

    /** @param args the folder */
    public static void main(String[] args) {
        Application.launch(Shots.class, args);
    }

    /** Needs a screen, or {@code -Dglass.platform=Headless}. */
    public static final class Shots extends Application {
        private static final long SECOND = 1_000_000_000L;

        @Override
        public void start(Stage stage) throws IOException {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            for (Theme theme : Theme.values()) {
                String name = "by-client-" + theme.name().toLowerCase(Locale.ROOT);
                shot(folder.resolve(name + ".png"), theme, SampleWorld.factory(), 1, "");
                shot(folder.resolve(name + "-large.png"), theme, SampleWorld.large(1_000, 2_000), 1, "");
            }
            shot(folder.resolve("by-client-near.png"), Theme.DARK, SampleWorld.factory(), 2, "");
            shot(folder.resolve("by-client-found.png"), Theme.LIGHT, SampleWorld.factory(), 1, "client:factory-a");
            shot(folder.resolve("by-client-glyphs.png"), Theme.DARK, SampleWorld.factory(), 0.4, "");
            shot(folder.resolve("by-client-large-near.png"), Theme.DARK, SampleWorld.large(1_000, 2_000), 4, "");
            shot(folder.resolve("by-client-far.png"), Theme.LIGHT, SampleWorld.large(1_000, 2_000), 0.5, "");
            Platform.exit();
        }

        private static void shot(Path file, Theme theme, SampleWorld world, double zoom, String find)
                throws IOException {
            MapView view = MapViews.view(new Selection<>(), targets -> new ContextMenu());
            Scene scene = new Scene(view, 1400, 900);
            theme.applyTo(scene);
            view.show(world.at(0));
            view.arrangeBy(MapOrder.BY_CLIENT);
            scene.snapshot(null);
            for (int second = 1; second < 5; second++) {
                view.show(world.at(second * 1000L));
                view.pulse(second * SECOND);
            }
            view.find(find);
            view.model().zoomAbout(zoom, 700, 450);
            view.pulse(6 * SECOND);
            view.pulse(7 * SECOND);
            Png.write(scene.snapshot(null), file);
        }
    }
}
