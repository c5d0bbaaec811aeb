package virdi.app;

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

/** What an operator sits before: the real broker, listening on a port of its own, the demo, and the window on them. */
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

    /** A program that connects to the broker. */
    SocketClient client(String name) {
        return new SocketClient(broker.port(), name);
    }

    /** Where acts are asked for that are not tried by hand. */
    OperatorControl desk() {
        return broker.desk();
    }

    /** What the broker tells of itself now. */
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

    /** Waits for what is to become so. */
    static void soon(Callable<Boolean> condition) {
        await().atMost(30, SECONDS).until(condition);
    }

    /** What reached a consumer so far, as it counts itself. */
    static long units(SocketClient.Heard<ResourceConsumption> heard) {
        return heard.messages().stream()
                .mapToLong(it -> Integer.toUnsignedLong(it.getAmount()))
                .sum();
    }

    /** What reaches a consumer in a second, measured from now on over at least one: whoever is busy looks later. */
    static long unitsWithinASecond(SocketClient.Heard<ResourceConsumption> heard) {
        long before = units(heard);
        long began = System.nanoTime();
        await().until(() -> System.nanoTime() - began >= SECONDS.toNanos(1));
        long units = units(heard) - before;
        return Math.round(units * 1e9 / (System.nanoTime() - began));
    }

    static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
