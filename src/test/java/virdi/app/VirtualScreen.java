package virdi.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An X server whose screen is a file, Xvfb, with nothing on it but what programs show: no window manager, a black
 * background. Any thread.
 */
final class VirtualScreen implements AutoCloseable {
    /** Places in the head of an XWD file, counted in words of 32 bits. */
    private static final int HEAD_BYTES = 0;

    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;
    private static final int BITS_PER_PIXEL = 11;
    private static final int BYTES_PER_LINE = 12;
    private static final int PALETTE = 19;
    private static final int PALETTE_ENTRY_BYTES = 12;

    private static final int BLACK = 0;
    private static final int WITHOUT_ALPHA = 0xFFFFFF;

    private final Process server;
    private final String display;
    private final Path screen;

    private VirtualScreen(Process server, String display, Path screen) {
        this.server = server;
        this.display = display;
        this.screen = screen;
    }

    /** Starts one on a display that is free, with its file in a folder. */
    static VirtualScreen start(Path folder, int width, int height) throws IOException {
        String size = width + "x" + height + "x24";
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-nolisten",
                        "tcp",
                        "-screen",
                        "0",
                        size,
                        "-fbdir",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8)).readLine();
        assertThat(number).as("the display that Xvfb has taken").isNotNull();
        return new VirtualScreen(server, ":" + number, folder.resolve("Xvfb_screen0"));
    }

    /** The value of {@code DISPLAY} for programs. */
    String display() {
        return display;
    }

    /** The present picture of the screen. */
    BufferedImage picture() {
        ByteBuffer file;
        try {
            file = ByteBuffer.wrap(Files.readAllBytes(screen));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(word(file, BITS_PER_PIXEL)).isEqualTo(Integer.SIZE);
        BufferedImage picture = new BufferedImage(word(file, WIDTH), word(file, HEIGHT), BufferedImage.TYPE_INT_RGB);
        int pixels = word(file, HEAD_BYTES) + word(file, PALETTE) * PALETTE_ENTRY_BYTES;
        int line = word(file, BYTES_PER_LINE);
        // The head is always big-endian; the pixels are as this machine stores them.
        file.order(ByteOrder.nativeOrder());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, file.getInt(pixels + y * line + x * Integer.BYTES) & WITHOUT_ALPHA);
            }
        }
        return picture;
    }

    private static int word(ByteBuffer file, int index) {
        return file.getInt(index * Integer.BYTES);
    }

    /** The least rectangle around all that is not background; empty on a bare screen. */
    static Rectangle shown(BufferedImage picture) {
        Rectangle shown = new Rectangle(-1, -1);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & WITHOUT_ALPHA) != BLACK) {
                    shown.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return shown;
    }

    /** How many pixels there are of each colour. */
    static Map<Integer, Integer> colours(BufferedImage picture) {
        Map<Integer, Integer> colours = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        return colours;
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
        server.destroyForcibly();
    }
}
