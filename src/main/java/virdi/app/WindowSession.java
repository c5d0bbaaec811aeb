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
 * The time for which the window is open. The only class of this package that names JavaFX, so that nothing else loads
 * it. Starts the toolkit without an {@code Application}, whose instance JavaFX would make by itself, out of nothing.
 */
final class WindowSession {
    /** Lower case, as the menu entry tells it in StartupWMClass. */
    private static final String NAME = "virdi-console";

    /** A window closes within milliseconds; one that hangs must not keep the broker from ending its streams. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private WindowSession() {}

    /** Starts JavaFX, so that a display that cannot be reached is told before anything else begins. */
    static void prepare() throws StartupException {
        LogSetup.quietJavaFx();
        SoftwareRendering.prepare();
        try {
            // Without an Application JavaFX tells the desktop that this is "java", and it would not know the window as
            // the menu entry's. There is no public way to tell it otherwise.
            Platform.startup(() -> com.sun.glass.ui.Application.GetApplication().setName(NAME));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw Display.unusable(
                    e.getMessage() + " (it takes an X display that can be reached, and GTK 3, Debian's libgtk-3-0)", e);
        }
    }

    /** Shows why the program does not start; returns when that was closed. */
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
     * Opens the window and returns when it was closed, by the user or because the end was asked for; called by the main
     * thread after {@link #prepare}.
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

    /** Brings the window before all others, if it is open by now; one that is about to open comes by itself. Any thread. */
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
            // Passed on to the main thread, which waits for it and would wait for ever.
            closed.completeExceptionally(e);
        }
    }

    /** What the window tells about the program. */
    static About about(RunningBroker broker, Settings settings) {
        List<About.Fact> facts = ProgramFacts.of(settings, broker.endpoint(), drawing());
        var diagnostics = new Diagnostics(settings, facts, broker.frames()::latest);
        return new About(ProgramVersion.number(), facts, diagnostics::writeTo);
    }

    /** What draws the window; on the FX thread, or after it began. */
    private static String drawing() {
        // Scenes with depth are what only a graphics card draws.
        boolean card = Platform.isSupported(ConditionalFeature.SCENE3D);
        return (card ? "drawn by the graphics card" : "drawn by the processor") + ", "
                + System.getProperty("glass.platform", "the platform's own windows");
    }

    /** What the window remembers is kept in the store. */
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
