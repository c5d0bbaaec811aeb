package virdi.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.SeriesQuery;
import virdi.ui.kit.pen.Png;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.shell.DemoSwitch;
import virdi.ui.shell.WindowInfo;
import virdi.ui.shell.state.WindowStateStore;
import virdi.ui.sign.Targets;

/**
 * Takes pictures of the window with a sample world, to look at and judge. Arguments: the folder for the pictures, and
 * optionally width and height (1600 by 1000 needs a real or virtual display; the headless platform has 1000 by 1000).
 */
public final class Screenshots {
    private static final WindowInfo INFO = new WindowInfo("127.0.0.1:50051", SampleAbout.FULL);

    private final Path folder;
    private final double width;
    private final double height;

    private Screenshots(Path folder, double width, double height) {
        this.folder = folder;
        this.width = width;
        this.height = height;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/screenshots");
        double width = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1000;
        double height = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1000;
        var pictures = new Screenshots(folder, width, height);
        Platform.startup(() -> Platform.setImplicitExit(false));
        for (String theme : new String[] {"dark", "light"}) {
            pictures.take("window-" + theme, theme, new Running(SampleWorld.factory()), scene -> {});
            pictures.take("tank-" + theme, theme, new Running(SampleWorld.factory()), scene -> choose(scene, "iron"));
            pictures.take(
                    "client-" + theme, theme, new Running(SampleWorld.factory()), scene -> choose(scene, "factory-a"));
            pictures.take("empty-" + theme, theme, new Running(null), scene -> {});
            pictures.take(
                    "help-" + theme, theme, new Running(SampleWorld.factory()), scene -> press(scene, KeyCode.F1));
            pictures.take("about-" + theme, theme, new Running(SampleWorld.factory()), scene -> about(scene, false));
            pictures.take("licences-" + theme, theme, new Running(SampleWorld.factory()), scene -> about(scene, true));
        }
        Platform.exit();
    }

    private void take(String name, String theme, FrameSource source, Consumer<Scene> act) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            var window = new ConsoleWindow(source, new StillDesk(), INFO, new NoDemo(), memory(theme));
            var stage = new Stage();
            window.open(stage);
            after(1_200, () -> {
                act.accept(window.scene());
                after(900, () -> {
                    write(window.scene().snapshot(null), folder.resolve(name + ".png"));
                    stage.close();
                    done.countDown();
                });
            });
        });
        done.await();
    }

    private WindowStateStore memory(String theme) {
        Map<String, String> kept = new HashMap<>();
        kept.put("window.theme", theme);
        kept.put("window.bounds", "0 0 " + width + " " + height);
        return new WindowStateStore() {
            @Override
            public @Nullable String get(String key) {
                return kept.get(key);
            }

            @Override
            public void put(String key, String value) {
                kept.put(key, value);
            }
        };
    }

    private static void press(Scene scene, KeyCode key) {
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static void about(Scene scene, boolean licences) {
        press(scene, KeyCode.F1);
        ((Button) scene.lookup("#open-about")).fire();
        if (licences) {
            ((ToggleButton) scene.lookup("#about-licences")).fire();
        } else {
            ((Button) scene.lookup("#about-copy")).fire();
        }
    }

    /** Selects a row of the lists at the left. */
    private static void choose(Scene scene, String name) {
        for (Node node : scene.getRoot().lookupAll(".list-view")) {
            if (node instanceof ListView<?> list) {
                for (int row = 0; row < list.getItems().size(); row++) {
                    if (list.getItems().get(row) instanceof Target target
                            && Targets.label(target).equals(name)) {
                        list.getSelectionModel().clearAndSelect(row);
                    }
                }
            }
        }
    }

    private static void after(long millis, Runnable then) {
        var pause = new PauseTransition(Duration.millis(millis));
        pause.setOnFinished(event -> then.run());
        pause.play();
    }

    private static void write(WritableImage image, Path file) {
        try {
            Png.write(image, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample world in real time; empty without one. */
    private static final class Running implements FrameSource {
        private final @Nullable SampleWorld world;
        private final long began = System.nanoTime();
        private Frame latest = Frame.EMPTY;
        private long shown = -1;

        Running(@Nullable SampleWorld world) {
            this.world = world;
        }

        @Override
        public synchronized Frame latest() {
            long tick = (System.nanoTime() - began) / 33_000_000;
            if (world != null && tick != shown) {
                shown = tick;
                latest = world.at(tick * 33);
            }
            return latest;
        }

        @Override
        public synchronized void watch(Set<SeriesQuery> watches) {
            if (world != null) {
                world.watch(watches);
            }
        }

        /** Nobody need be told: in it something always moves, and a window without it shows nothing. */
        @Override
        public void onFrame(Runnable listener) {}
    }

    private static final class NoDemo implements DemoSwitch {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
