package virdi.ui.map;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import virdi.telemetry.FlowState;
import virdi.telemetry.Frame;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Theme;

/**
 * What a picture of the map costs: {@code java … virdi.ui.map.MapBench}. Each round is one new frame and one pulse, then
 * the scene rendered to an image by the software pipeline and read back, so the figure is above what a window pays.
 */
public final class MapBench {
    private MapBench() {}

    /** @param args none */
    public static void main(String[] args) {
        Application.launch(Bench.class, args);
    }

    /** Needs a screen, or {@code -Dglass.platform=Headless}. */
    public static final class Bench extends Application {
        private static final int WIDTH = 1600;
        private static final int HEIGHT = 1000;
        private static final int WARM_UP = 150;
        private static final int ROUNDS = 400;
        private static final long PULSE_NANOS = 16_666_667;

        @Override
        public void start(Stage stage) {
            System.out.println(
                    "pipes  what                 pulse ms median/p95    rendered ms median/p95   CPU ms mean   first ms");
            for (int tanks : new int[] {12, 62, 125, 625}) {
                measure(tanks, "still frames", true);
                measure(tanks, "all figures change", false);
            }
            Platform.exit();
        }

        private static void measure(int tanks, String what, boolean same) {
            MapView view = new MapView(new Selection<>(), targets -> new ContextMenu());
            Scene scene = new Scene(view, WIDTH, HEIGHT);
            Theme.DARK.applyTo(scene);
            MapWorld world = MapWorld.of(tanks, 8, 8, FlowState.THROTTLED);
            MapWorld flowing = MapWorld.of(tanks, 8, 8, FlowState.NOT_READING);
            Frame first = world.frame(0);
            long began = System.nanoTime();
            view.show(first);
            WritableImage image = scene.snapshot(null);
            double layout = (System.nanoTime() - began) / 1e6;
            unfold(view);
            scene.snapshot(image);
            double[] pulses = new double[ROUNDS];
            double[] pictures = new double[ROUNDS];
            long cpu = 0;
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                cpu = round == 0 ? cpuNanos() : cpu;
                Frame frame = same || round / 30 % 2 == 0 ? first : flowing.frame(0);
                long start = System.nanoTime();
                view.show(frame);
                view.pulse((round + WARM_UP) * PULSE_NANOS);
                long pulsed = System.nanoTime();
                scene.snapshot(image);
                if (round >= 0) {
                    pulses[round] = (pulsed - start) / 1e6;
                    pictures[round] = (System.nanoTime() - start) / 1e6;
                }
            }
            double cpuMillis = (cpuNanos() - cpu) / 1e6 / ROUNDS;
            Arrays.sort(pulses);
            Arrays.sort(pictures);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%5d  %-20s %6.1f / %4.1f          %6.1f / %4.1f           %6.1f        %6.0f",
                    tanks * 16,
                    what,
                    pulses[ROUNDS / 2],
                    pulses[ROUNDS * 95 / 100],
                    pictures[ROUNDS / 2],
                    pictures[ROUNDS * 95 / 100],
                    cpuMillis,
                    layout));
        }

        /** Gives every basin its full form, so that every node and pipe is drawn however small. */
        private static void unfold(MapView view) {
            for (BasinPicture basin : List.copyOf(view.model().basins())) {
                if (basin.isCompact()) {
                    view.model().toggle(Spot.of(basin), 0);
                }
            }
            view.model().fit(0);
        }

        /** Of all threads of the process: what other programs take does not count. */
        private static long cpuNanos() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }
}
