import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Makes every icon of the program from the two drawings in {@code assets}: PNGs by size for Linux, an {@code .ico} for
 * Windows, an {@code .icns} for macOS, and the window's own. Run by the build before it compiles.
 */
final class IconSet {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);

    /** From here on the detailed drawing is legible. */
    private static final int DETAILED_FROM = 32;

    /** Those that window systems ask a program's window for. */
    private static final List<Integer> OF_THE_WINDOW = List.of(16, 24, 32, 48, 64, 128, 256);

    /** Windows takes none that is larger. */
    private static final int LARGEST_OF_WINDOWS = 256;

    /** What macOS calls the sizes; those of a dense screen have twice the pixels of the size they stand for. */
    private static final Map<String, Integer> OF_MACOS = new LinkedHashMap<>();

    static {
        OF_MACOS.put("icp4", 16);
        OF_MACOS.put("icp5", 32);
        OF_MACOS.put("ic07", 128);
        OF_MACOS.put("ic08", 256);
        OF_MACOS.put("ic09", 512);
        OF_MACOS.put("ic11", 32);
        OF_MACOS.put("ic12", 64);
        OF_MACOS.put("ic13", 256);
        OF_MACOS.put("ic14", 512);
        OF_MACOS.put("ic10", 1024);
    }

    private IconSet() {}

    /** @param arguments the drawing, the drawing for small sizes, where all icons go, where the window's go */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path detailed = Path.of(arguments[0]);
        Path small = Path.of(arguments[1]);
        Path all = Path.of(arguments[2]);
        Path window = Path.of(arguments[3]);
        Map<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            pictures.put(size, picture(size < DETAILED_FROM ? small : detailed, size));
        }
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            write(all.resolve(picture.getKey().toString()).resolve("virdi-console.png"), picture.getValue());
        }
        for (int size : OF_THE_WINDOW) {
            write(window.resolve("icon-" + size + ".png"), pictures.get(size));
        }
        write(all.resolve("virdi-console.ico"), windows(pictures));
        write(all.resolve("virdi-console.icns"), macOs(pictures));
    }

    private static byte[] picture(Path drawing, int size) throws IOException {
        SVGDocument document =
                Objects.requireNonNull(new SVGLoader().load(drawing.toUri().toURL()), () -> drawing + " is no drawing");
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render(null, graphics, new ViewBox(0, 0, size, size));
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** A header, an entry of 16 bytes for each picture, and the pictures as they are. */
    private static byte[] windows(Map<Integer, byte[]> all) {
        Map<Integer, byte[]> pictures = new TreeMap<>(all);
        pictures.keySet().removeIf(size -> size > LARGEST_OF_WINDOWS);
        int offset = 6 + 16 * pictures.size();
        ByteBuffer file = ByteBuffer.allocate(offset + bytes(pictures)).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            // A byte cannot say 256; zero stands for it.
            byte size = (byte) (picture.getKey() % 256);
            file.put(size).put(size).put((byte) 0).put((byte) 0);
            file.putShort((short) 1).putShort((short) 32);
            file.putInt(picture.getValue().length).putInt(offset);
            offset += picture.getValue().length;
        }
        pictures.values().forEach(file::put);
        return file.array();
    }

    /** A header, then each picture behind its name and length. */
    private static byte[] macOs(Map<Integer, byte[]> pictures) {
        int length = 8;
        for (int size : OF_MACOS.values()) {
            length += 8 + pictures.get(size).length;
        }
        ByteBuffer file = ByteBuffer.allocate(length);
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        OF_MACOS.forEach((name, size) -> {
            byte[] picture = pictures.get(size);
            file.put(name.getBytes(StandardCharsets.US_ASCII))
                    .putInt(8 + picture.length)
                    .put(picture);
        });
        return file.array();
    }

    private static int bytes(Map<Integer, byte[]> pictures) {
        return pictures.values().stream().mapToInt(it -> it.length).sum();
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
