package virdi.ui.shell;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.Target;
import virdi.telemetry.sampler.Turnover;
import virdi.ui.BenchWindow;
import virdi.ui.LiveObjects;
import virdi.ui.StillDesk;
import virdi.ui.kit.Overlay;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.kit.Toasts;
import virdi.ui.sign.Theme;

/**
 * Hours of coming and going in seconds: streams, clients, resources, selections, tabs, folds and windows, thousands of
 * each, with the time stepped by hand. The objects that are left are counted by class.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class ChurnTest {
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 800;
    private static final int STREAMS_A_ROUND = 4;
    /** Several rounds between two pulses: each draws, but only one is painted. */
    private static final int ROUNDS_A_PULSE = 20;

    private static final long ROUND_NANOS = 400_000_000L;
    private static final int WINDOWS = 12;
    /** Of any class: what is open at a moment differs a little. A leak leaves one with each round at least. */
    private static final long GROWTH = 150;

    /**
     * Kept on purpose: shortened texts and the marks of charts up to bounds that this test does not reach, and by TestFX
     * what was typed.
     */
    private static final Set<String> KEPT = Set.of(
            "virdi.ui.map.paint.MapFonts$Fitting",
            "virdi.ui.inspector.ChartMarks$Noted",
            "virdi.ui.inspector.Scope",
            "virdi.ui.kit.chart.ChartData$Mark",
            "javafx.scene.input.KeyEvent");

    private final Turnover turnover = new Turnover();
    private final Overlay overlay = new Overlay();
    private final RenderPolicy policy = new RenderPolicy(2);
    private Stage stage;
    private Features features;
    private FrameDelivery delivery;
    private long now = 1_000_000_000L;
    private int rounds;

    @Start
    void open(Stage given) {
        stage = given;
        features = new Features(turnover, new StillDesk(), overlay, new Toasts(), (question, content) -> {}, policy);
        delivery = new FrameDelivery(turnover, features, features::read, listening -> {}, policy);
        var body = new BorderPane(features.map(), null, features.inspector(), features.journal(), features.explorer());
        features.journal().setPrefHeight(220);
        var scene = new Scene(new StackPane(body, overlay), 1_000, 900);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void nothingIsLeftOfWhatCameAndWent(FxRobot robot) {
        turn(robot, WARM_UP);
        Map<String, Long> before = count();

        turn(robot, ROUNDS);

        assertThat(growth(before, count())).isEmpty();
    }

    @Test
    void nothingIsLeftOfWindowsThatWereClosed(FxRobot robot) {
        List<WeakReference<ConsoleWindow>> closed = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            robot.interact(() -> {
                var fresh = new Stage();
                var window = new ConsoleWindow(
                        turnover, new StillDesk(), BenchWindow.INFO, BenchWindow.NO_DEMO, BenchWindow.forgetful());
                window.open(fresh);
                closed.add(new WeakReference<>(window));
            });
            robot.interact(() -> Objects.requireNonNull(closed.getLast().get())
                    .scene()
                    .getWindow()
                    .hide());
        }

        // The last one may be held by the toolkit until the next takes its place.
        await().atMost(2, MINUTES).until(() -> {
            System.gc();
            return closed.stream().filter(window -> window.get() != null).count() <= 1;
        });
    }

    private void turn(FxRobot robot, int count) {
        for (int i = 0; i < count; i += ROUNDS_A_PULSE) {
            robot.interact(() -> {
                for (int round = 0; round < ROUNDS_A_PULSE; round++) {
                    round();
                }
            });
        }
        // Both counts are taken with nothing selected and the same tab in front.
        robot.interact(() -> {
            features.selection().clear();
            front(0);
            pulse();
        });
    }

    private void round() {
        turnover.turn(STREAMS_A_ROUND, 0.1);
        switch (rounds++ % 8) {
            case 0 -> features.selection().select(turnover.newest());
            case 1 -> features.selection().select(turnover.newestTank());
            case 2 -> features.selection().selectAll(Set.of(turnover.newest(), turnover.newestTank()));
            case 3 ->
                features.selection()
                        .select(new Target.Client(
                                turnover.latest().clients().getLast().peer().client()));
            case 4 -> walk();
            case 5 -> features.map().find("saw-" + rounds);
            case 6 -> features.map().find("");
            default -> features.selection().clear();
        }
        front(rounds % 4);
        pulse();
    }

    /** As a person does with the keys of the map: to a node, unfold it, select it. */
    private void walk() {
        for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.SPACE, KeyCode.ENTER)) {
            Event.fireEvent(
                    features.map(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
    }

    private void front(int tab) {
        TabPane journal = features.journal();
        journal.getSelectionModel().select(tab);
    }

    private void pulse() {
        now += ROUND_NANOS;
        delivery.pulse(now);
        Node root = stage.getScene().getRoot();
        root.applyCss();
        ((Pane) root).layout();
    }

    /** Without what the toolkit keeps for itself: its caches of styles lose dead entries only when next used. */
    private static Map<String, Long> count() {
        return LiveObjects.count(name -> name.startsWith("virdi.") || name.startsWith("javafx."));
    }

    private static Map<String, Long> growth(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> growth = new TreeMap<>();
        after.forEach((name, count) -> {
            long more = count - before.getOrDefault(name, 0L);
            if (more > GROWTH && !KEPT.contains(name)) {
                growth.put(name, more);
            }
        });
        return growth;
    }
}
