package virdi.app;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javafx.application.Platform;
import javafx.stage.Window;

/** A main class: runs the program, and closes its window as soon as it is open. */
final class ClosesItsWindow {
    private ClosesItsWindow() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(() -> {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> Window.getWindows().stream().anyMatch(Window::isShowing));
            Platform.runLater(() -> Window.getWindows().getFirst().hide());
        });
        Main.main(arguments);
    }
}
