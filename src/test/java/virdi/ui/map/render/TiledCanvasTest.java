package virdi.ui.map.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.Camera;

/** What is drawn when a picture is panned; {@link StaticLayerTest} tells how it looks. */
public class TiledCanvasTest {
    private static final double WIDTH = 1_600;
    private static final double HEIGHT = 1_000;
    private static final int PULSES = 600;
    private static final double ROUNDING = 1e-6;

    private final TiledCanvas canvas = new TiledCanvas();
    private final Camera camera = new Camera();

    TiledCanvasTest() {
        canvas.show(WIDTH, HEIGHT);
        camera.resize(WIDTH, HEIGHT, new Box(0, 0, WIDTH, HEIGHT));
    }

    @Test
    void allIsDrawnFirstAndNothingWhileNothingMoves() {
        assertThat(canvas.follow(camera, false)).containsExactly(camera.visible());
        assertThat(canvas.isFresh()).isTrue();
        assertThat(canvas.follow(camera, false)).isEmpty();
        assertThat(canvas.isFresh()).isFalse();
    }

    @Test
    void whatComesIntoViewIsDrawnBeforeItIsSeenAndOnce() {
        List<Box> drawn = new ArrayList<>(canvas.follow(camera, false));
        for (int pulse = 0; pulse < 100; pulse++) {
            camera.pan(-12, -4);
            drawn.addAll(canvas.follow(camera, false));
            assertThat(covered(drawn, camera.visible())).as("pulse %s", pulse).isTrue();
        }
        for (Box part : drawn) {
            assertThat(drawn).filteredOn(part.grownBy(-ROUNDING)::overlaps).containsExactly(part);
        }
    }

    @Test
    void inAPulseATileOrTwoAreDrawnOn() {
        canvas.follow(camera, false);
        List<Double> heights = new ArrayList<>();
        for (int pulse = 0; pulse < PULSES; pulse++) {
            camera.pan(pulse / 50 % 2 == 0 ? 12 : -12, 0);
            heights.add(canvas.follow(camera, false).stream()
                    .mapToDouble(Box::height)
                    .sum());
        }
        assertThat(heights)
                .as("more than half of the view, when other tiles come into view")
                .filteredOn(it -> it > camera.visible().height() * 0.55)
                .hasSizeLessThan(PULSES / 20);
    }

    @Test
    void whatIsFarFromAllThatWasDrawnIsDrawnAtOnce() {
        canvas.follow(camera, false);
        camera.pan(5_000, -7_000);
        assertThat(canvas.follow(camera, false)).containsExactly(camera.visible());
        assertThat(canvas.isFresh()).isTrue();
    }

    /** Whether each pixel of some that are a step apart lies in a part. */
    private static boolean covered(List<Box> parts, Box visible) {
        for (double x = visible.x() + 0.5; x < visible.right(); x += 23) {
            for (double y = visible.y() + 0.5; y < visible.bottom(); y += 23) {
                double px = x;
                double py = y;
                if (parts.stream().noneMatch(part -> part.contains(px, py))) {
                    return false;
                }
            }
        }
        return true;
    }
}
