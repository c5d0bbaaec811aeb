package virdi.ui.kit.pen;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG image row by row, so that it need not be in memory as a whole. Does without AWT, which would load a second
 * toolkit. One thread at a time.
 */
public final class PngStream {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS_PER_CHANNEL = 8;
    private static final int RGB = 2;
    /** Compressed bytes of a chunk, at least. */
    private static final int CHUNK = 1 << 16;

    private final DataOutputStream out;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream(CHUNK);
    private final DeflaterOutputStream deflated = new DeflaterOutputStream(packed);
    private final byte[] row;

    /**
     * Begins a picture.
     *
     * @param out stays open
     */
    public PngStream(OutputStream out, int width, int height) throws IOException {
        this.out = new DataOutputStream(out);
        row = new byte[1 + 3 * width]; // each row starts with its filter: 0, none
        this.out.write(SIGNATURE);
        var header = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(header)) {
            data.writeInt(width);
            data.writeInt(height);
            data.writeByte(BITS_PER_CHANNEL);
            data.writeByte(RGB);
            data.write(new byte[3]); // deflate, adaptive filters, not interlaced
        }
        chunk("IHDR", header.toByteArray());
    }

    /** Writes the next row without its transparency, from an array of ARGB values. */
    public void row(int[] argb, int offset) throws IOException {
        for (int from = offset, to = 1; to < row.length; from++) {
            row[to++] = (byte) (argb[from] >> 16);
            row[to++] = (byte) (argb[from] >> 8);
            row[to++] = (byte) argb[from];
        }
        deflated.write(row);
        if (packed.size() >= CHUNK) {
            flush();
        }
    }

    /** Ends the picture after its last row. */
    public void end() throws IOException {
        deflated.finish();
        flush();
        chunk("IEND", new byte[0]);
        out.flush();
    }

    private void flush() throws IOException {
        chunk("IDAT", packed.toByteArray());
        packed.reset();
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
