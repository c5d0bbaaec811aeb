package virdi.app;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.app.settings.Settings;
import virdi.control.OperatorControl;
import virdi.proto.ResourceConsumption;
import virdi.telemetry.Frame;
import virdi.ui.BenchWindow;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.shell.WindowInfo;

/** The real broker on a free port, the demo, and the window, in one process. */
final class Workplace implements AutoCloseable {
    private final RunningBroker broker;
    private final DemoWorld demo;
    private final Scene scene;

    private Workplace(RunningBroker broker, DemoWorld demo, Scene scene) {
        this.broker = broker;
        this.demo = demo;
        this.scene = scene;
    }

    /** Starts the broker and opens the window as large as the headless screen is. FX thread. */
    static Workplace open(Stage stage, Path data) throws StartupException {
        Options options = new Options();
        options.parser().parseArgs("--port", "0", "--data-dir", data.toString());
        Settings settings = options.settings();
        RunningBroker broker = RunningBroker.start(settings);
        DemoWorld demo = new DemoWorld(settings, broker.port());
        var window = new ConsoleWindow(
                broker.frames(),
                broker.desk(),
                new WindowInfo(broker.endpoint(), WindowSession.about(broker, settings)),
                demo,
                BenchWindow.forgetful());
        window.open(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(1000);
        return new Workplace(broker, demo, window.scene());
    }

    /** Connects a client to the broker. */
    SocketClient client(String name) {
        return new SocketClient(broker.port(), name);
    }

    /** Submits commands without the window. */
    OperatorControl desk() {
        return broker.desk();
    }

    /** The newest frame. */
    Frame frame() {
        return broker.frames().latest();
    }

    Scene scene() {
        return scene;
    }

    @Override
    public void close() {
        demo.close();
        broker.close();
    }

    /** Waits for a condition, at most two minutes. */
    static void soon(Callable<Boolean> condition) {
        await().atMost(2, MINUTES).until(condition);
    }

    /** The units that a consumer has received, by its own count. */
    static long units(SocketClient.Heard<ResourceConsumption> heard) {
        return heard.messages().stream()
                .mapToLong(it -> Integer.toUnsignedLong(it.getAmount()))
                .sum();
    }

    /**
     * Waits until a consumer gets so many units a second. Measured from now on, over a second at least: on a busy machine the
     * time grows until the delays no longer count, and a wrong rate stays wrong.
     */
    static void awaitUnitsPerSecond(SocketClient.Heard<ResourceConsumption> heard, long least, long most) {
        long before = units(heard);
        long began = System.nanoTime();
        soon(() -> {
            long nanos = System.nanoTime() - began;
            long perSecond = Math.round((units(heard) - before) * 1e9 / nanos);
            return nanos >= SECONDS.toNanos(1) && perSecond >= least && perSecond <= most;
        });
    }

    static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
