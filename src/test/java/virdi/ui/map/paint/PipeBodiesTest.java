package virdi.ui.map.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.telemetry.FlowState;
import virdi.ui.kit.pen.CanvasPen;
import virdi.ui.map.MapWorld;
import virdi.ui.map.render.LayerPixels;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.NodePicture;

@ExtendWith(ApplicationExtension.class)
public class PipeBodiesTest extends LayerPixels {
    private static final int BARELY = 2;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    /** A part of a picture has other ones first than all of it has, and must look the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1})
    void whichLieAboveDoesNotDependOnWhichComeFirst(double zoom, FxRobot robot) {
        MapWorld world = MapWorld.of(1, 3, 12, FlowState.FLOWING);
        for (int i = 0; i < 12; i++) {
            world.consumer("mill-" + i, "wheel", "resource-0", i % 2 == 0 ? FlowState.STARVING : FlowState.PAUSED);
        }
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, 0);
            model.show(world.frame(1), 0);
            BasinPicture basin = model.basins().iterator().next();
            List<NodePicture> nodes = new ArrayList<>();
            basin.forEachNode(nodes::add);
            Canvas one = drawn(nodes, basin, zoom);
            Canvas other = drawn(nodes.reversed(), basin, zoom);
            assertThat(differences(one, new Canvas(WIDTH, HEIGHT), BARELY))
                    .as("drawn")
                    .hasSizeGreaterThan(100);
            assertThat(differences(one, other, BARELY)).isEmpty();
        });
    }

    private Canvas drawn(List<NodePicture> nodes, BasinPicture basin, double zoom) {
        var canvas = new Canvas(WIDTH, HEIGHT);
        var g = canvas.getGraphicsContext2D();
        g.translate(WIDTH / 2.0, HEIGHT / 2.0);
        g.scale(zoom, zoom);
        g.translate(-basin.tank().centreX(), -basin.tank().centreY());
        PipeBodies.draw(style.on(new CanvasPen(g), zoom), nodes, basin.tank());
        return canvas;
    }
}
