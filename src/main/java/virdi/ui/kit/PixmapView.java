package virdi.ui.kit;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Shows one {@link Pixmap} after the other, a pixel of it on a pixel of the screen. FX thread only.
 *
 * <p>There are two of them: while the painting thread may still be busy with one the next is drawn.
 */
public final class PixmapView extends ImageView {
    /** One of them, and what it is to JavaFX. */
    private record Sheet(Pixmap pixmap, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Sheet of(int width, int height) {
            var pixmap = new Pixmap(width, height);
            var buffer = new PixelBuffer<>(
                    width, height, IntBuffer.wrap(pixmap.pixels()), PixelFormat.getIntArgbPreInstance());
            return new Sheet(pixmap, buffer, new WritableImage(buffer));
        }
    }

    private Sheet shown = Sheet.of(1, 1);
    private Sheet other = Sheet.of(1, 1);

    /** Shows nothing as yet. */
    public PixmapView() {
        setSmooth(false);
    }

    /**
     * The next one, which is shown from now on; it has to be drawn before the next picture of the scene is taken.
     *
     * @param width in pixels of the screen
     * @param height in pixels of the screen
     * @return with any pixels
     */
    public Pixmap next(int width, int height) {
        Sheet next = other;
        if (next.pixmap().width() != width || next.pixmap().height() != height) {
            next = Sheet.of(width, height);
        }
        other = shown;
        shown = next;
        double scale = RenderScale.of(this);
        setFitWidth(width / scale);
        setFitHeight(height / scale);
        setImage(next.image());
        next.buffer().updateBuffer(buffer -> null);
        return next.pixmap();
    }

    /** The one that is shown. */
    public Pixmap pixmap() {
        return shown.pixmap();
    }
}
