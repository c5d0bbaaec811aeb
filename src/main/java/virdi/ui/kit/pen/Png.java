package virdi.ui.kit.pen;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Writes JavaFX images as PNG files. Any thread. */
public final class Png {
    private Png() {}

    /** Writes the image without its transparency; creates the folders it needs. */
    public static void write(Image image, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(image, out);
        }
    }

    /** Writes the image without its transparency, and leaves the stream open. */
    public static void write(Image image, OutputStream out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] row = new int[width];
        var png = new PngStream(out, width, height);
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            png.row(row, 0);
        }
        png.end();
    }
}
