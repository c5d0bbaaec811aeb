package virdi.ui.map;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import virdi.ui.BenchWindow;

/**
 * The least a map can cost that is a picture of what stands still under an overlay of what moves: both as large as the
 * window, the overlay with a hundred dots that are drawn anew in each pulse. {@link MapBench} measures it before and after the
 * map, which tells how fast the machine was. FX thread only.
 */
public final class TwoLayers {
    private static final int DOTS = 100;
    private static final int SIDE = 6;

    private final Stage stage = new Stage();
    private final Canvas still = new Canvas(BenchWindow.WIDTH, BenchWindow.HEIGHT);
    private final Canvas moving = new Canvas(BenchWindow.WIDTH, BenchWindow.HEIGHT);
    private final Scene scene;
    private final AnimationTimer timer = new AnimationTimer() {
        private int pulses;

        @Override
        public void handle(long nanos) {
            move(pulses++);
        }
    };

    TwoLayers() {
        GraphicsContext g = still.getGraphicsContext2D();
        g.setFill(Color.DARKSLATEGRAY);
        g.fillRect(0, 0, BenchWindow.WIDTH, BenchWindow.HEIGHT);
        scene = new Scene(new Pane(still, moving));
        stage.setScene(scene);
        stage.show();
        BenchWindow.size(stage);
        timer.start();
    }

    Scene scene() {
        return scene;
    }

    void close() {
        timer.stop();
        stage.close();
    }

    private void move(int pulse) {
        GraphicsContext g = moving.getGraphicsContext2D();
        g.clearRect(0, 0, BenchWindow.WIDTH, BenchWindow.HEIGHT);
        g.setFill(Color.ORANGE);
        for (int dot = 0; dot < DOTS; dot++) {
            g.fillRect((dot * 160 + pulse) % BenchWindow.WIDTH, dot * BenchWindow.HEIGHT / DOTS, SIDE, SIDE);
        }
    }
}
