package virdi.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import virdi.app.diagnostics.Diagnostics;
import virdi.app.diagnostics.ProgramFacts;
import virdi.app.process.Display;
import virdi.app.process.ExitRequest;
import virdi.app.process.LogSetup;
import virdi.app.process.ProgramVersion;
import virdi.app.process.SoftwareRendering;
import virdi.app.process.StartupException;
import virdi.app.settings.Settings;
import virdi.store.Store;
import virdi.ui.about.About;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.shell.RefusalWindow;
import virdi.ui.shell.WindowInfo;
import virdi.ui.shell.state.WindowStateStore;

/**
 * Runs the window from its start to its end. The only class of this package that uses JavaFX, so that no other loads it.
 * Starts the toolkit without an {@code Application}, because JavaFX would create the instance of that itself.
 */
final class WindowSession {
    /** In lower case, as StartupWMClass of the menu entry says. */
    private static final String NAME = "virdi-console";

    /** A window closes within milliseconds. If it hangs, the broker ends its streams without waiting for it. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private WindowSession() {}

    /** Starts JavaFX. Called before anything else starts, so that a missing display is reported first. */
    static void prepare() throws StartupException {
        LogSetup.quietJavaFx();
        SoftwareRendering.prepare();
        try {
            // Without an Application JavaFX gives the window the class "java", and the desktop would not match it with
            // the
            // menu entry. There is no public API for this.
            Platform.startup(() -> com.sun.glass.ui.Application.GetApplication().setName(NAME));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw Display.unusable(
                    e.getMessage() + " (it takes an X display that can be reached, and GTK 3, Debian's libgtk-3-0)", e);
        }
    }

    /** Shows why the program does not start, and returns after the user has closed that. */
    static void showRefusal(String sentence) throws StartupException {
        try {
            prepare();
        } catch (IllegalStateException runsAlready) {
            LoggerFactory.getLogger(WindowSession.class).debug("JavaFX was started before the refusal");
        }
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        Platform.runLater(() -> RefusalWindow.show(sentence, () -> closed.complete(null)));
        closed.join();
    }

    /**
     * Opens the window and returns after it is closed, by the user or by a request to exit. Called by the main thread after
     * {@link #prepare}.
     */
    static void run(RunningBroker broker, DemoWorld demo, Settings settings, ExitRequest exit) {
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        Platform.runLater(() -> open(broker, demo, settings, closed));
        exit.requested().thenRun(() -> {
            Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            closed.completeOnTimeout(null, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        });
        try {
            closed.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the window did not open", e.getCause());
        }
    }

    /** Brings the window to the front if it is open. Any thread. */
    static void bringForward() {
        Platform.runLater(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.getOwner() == null)
                .forEach(stage -> {
                    stage.setIconified(false);
                    stage.toFront();
                    stage.requestFocus();
                }));
    }

    private static void open(
            RunningBroker broker, DemoWorld demo, Settings settings, CompletableFuture<@Nullable Void> closed) {
        try {
            Stage stage = new Stage();
            stage.showingProperty().subscribe((before, after) -> {
                if (!after) {
                    LoggerFactory.getLogger(WindowSession.class).info("window closed");
                    closed.complete(null);
                }
            });
            new ConsoleWindow(
                            broker.frames(),
                            broker.desk(),
                            new WindowInfo(broker.endpoint(), about(broker, settings)),
                            demo,
                            new StoreMemory(broker.store()))
                    .open(stage);
        } catch (RuntimeException e) {
            // The main thread waits for this, and would wait for ever.
            closed.completeExceptionally(e);
        }
    }

    /** Content of the dialog about the program. */
    static About about(RunningBroker broker, Settings settings) {
        List<About.Fact> facts = ProgramFacts.of(settings, broker.endpoint(), drawing());
        var diagnostics = new Diagnostics(settings, facts, broker.frames()::latest);
        return new About(ProgramVersion.number(), facts, diagnostics::writeTo);
    }

    /** The renderer of the window. Called after JavaFX has started. */
    private static String drawing() {
        // Only a graphics card can draw 3D scenes.
        boolean card = Platform.isSupported(ConditionalFeature.SCENE3D);
        return (card ? "drawn by the graphics card" : "drawn by the processor") + ", "
                + System.getProperty("glass.platform", "the platform's own windows");
    }

    /** Keeps the state of the window in the store. */
    private record StoreMemory(Store store) implements WindowStateStore {
        @Override
        public @Nullable String get(String key) {
            return store.setting(key).orElse(null);
        }

        @Override
        public void put(String key, String value) {
            store.setSetting(key, value);
        }
    }
}
