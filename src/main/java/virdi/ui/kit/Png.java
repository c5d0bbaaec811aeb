package virdi.ui.kit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** Writes JavaFX images as PNG files without AWT, which would cost a second toolkit at run time. Any thread. */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS_PER_CHANNEL = 8;
    private static final int RGB = 2;

    private Png() {}

    /** Writes the image without its transparency; creates the folders it needs. */
    public static void write(Image image, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header((int) image.getWidth(), (int) image.getHeight()));
            chunk(out, "IDAT", pixels(image));
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static byte[] header(int width, int height) {
        return bytes(out -> {
            out.writeInt(width);
            out.writeInt(height);
            out.writeByte(BITS_PER_CHANNEL);
            out.writeByte(RGB);
            out.write(new byte[3]); // deflate, adaptive filters, not interlaced
        });
    }

    private static byte[] pixels(Image image) {
        PixelReader reader = image.getPixelReader();
        int width = (int) image.getWidth();
        return bytes(out -> {
            try (var deflated = new DeflaterOutputStream(out)) {
                byte[] row = new byte[1 + 3 * width]; // each row starts with its filter: 0, none
                for (int y = 0; y < (int) image.getHeight(); y++) {
                    for (int x = 0, i = 1; x < width; x++) {
                        int argb = reader.getArgb(x, y);
                        row[i++] = (byte) (argb >> 16);
                        row[i++] = (byte) (argb >> 8);
                        row[i++] = (byte) argb;
                    }
                    deflated.write(row);
                }
            }
        });
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    private static byte[] bytes(Writing writing) {
        var buffer = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(buffer)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toByteArray();
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }
}
