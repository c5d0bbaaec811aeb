package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.telemetry.FlowState;
import virdi.ui.map.paint.MapColors;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.Minimap;
import virdi.ui.sign.Palette;
import virdi.ui.sign.Theme;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
public class MinimapPaneTest {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 700;

    private static final class Counted extends MinimapPane {
        int paints;

        Counted(MapViewModel model) {
            super(model, middle -> {});
        }

        @Override
        protected void paint(GraphicsContext g, double width, double height) {
            paints++;
            super.paint(g, width, height);
        }
    }

    private final MapViewModel model = MapViews.model();
    private final Counted minimap = new Counted(model);
    private MapColors colors;

    @Start
    void open(Stage stage) {
        var palette = new Palette();
        var pane = new Pane(palette, minimap);
        var scene = new Scene(pane, WIDTH, HEIGHT);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.show();
        pane.applyCss();
        colors = new MapColors(palette);
    }

    @Test
    void whileTheMapIsPannedOnlyItsFrameMoves(FxRobot robot) {
        MapWorld world = MapWorld.of(7, 2, 3, FlowState.FLOWING);
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, 1);
            model.show(world.frame(1), 1);
            model.zoomAbout(4, WIDTH / 2.0, HEIGHT / 2.0);
            show();
            int paints = minimap.paints;
            for (int pan = 0; pan < 20; pan++) {
                model.pan(-12, -7);
                show();
                assertFramed();
            }
            assertThat(minimap.paints).isEqualTo(paints);

            model.show(MapWorld.of(7, 2, 3, FlowState.STARVING).frame(1), 2);
            show();
            assertThat(minimap.paints).as("other states, other colours").isGreaterThan(paints);
        });
    }

    private void show() {
        minimap.show(WIDTH, HEIGHT, colors);
        minimap.layout();
    }

    private void assertFramed() {
        Box seen = model.camera().visible();
        Minimap map = Minimap.of(model.extent(), seen, WIDTH, HEIGHT).orElseThrow();
        Box view = map.clipped(map.place(seen));
        Rectangle frame = (Rectangle) minimap.lookup("Rectangle");
        assertThat(new Box(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight()))
                .isEqualTo(view);
    }
}
