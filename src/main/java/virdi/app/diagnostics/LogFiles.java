package virdi.app.diagnostics;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The newest of the log, copied for somebody who helps. Any thread, while the log is written and rolled over.
 *
 * <p>A file is read before any of it is written, so that one that cannot be read costs only itself: the copy says so in
 * its place. What is held of it is bounded.
 */
final class LogFiles {
    /** What is copied at most, in bytes: two files as large as they get, of which the newest matters most. */
    static final long MOST_BYTES = 10 << 20;

    private static final String PACKED = ".gz";

    private final Path directory;
    private final Redactor redactor;

    /** @param redactor replaces secrets */
    LogFiles(Path directory, Redactor redactor) {
        this.directory = directory;
        this.redactor = redactor;
    }

    /** Adds them to a zip, each in the folder "logs", unpacked. */
    void copyTo(ZipOutputStream zip) throws IOException {
        long left = MOST_BYTES;
        for (Path file : newestFirst()) {
            if (left <= 0) {
                return;
            }
            byte[] content = content(file, left);
            String name = file.getFileName().toString();
            zip.putNextEntry(new ZipEntry(
                    "logs/" + (name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name)));
            zip.write(content);
            zip.closeEntry();
            left -= content.length;
        }
    }

    private List<Path> newestFirst() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.log(\\.gz)?"))
                    .sorted(Comparator.comparingLong(LogFiles::modified).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // Nothing was logged yet, or the folder is closed to us: the rest of the diagnostics is worth having.
            return List.of();
        }
    }

    private static long modified(Path file) {
        // 0 for one that was rolled over meanwhile.
        return file.toFile().lastModified();
    }

    private byte[] content(Path file, long most) {
        try {
            return lines(file, most);
        } catch (NoSuchFileException e) {
            return "(rolled over meanwhile)\n".getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ("(cannot be read: " + redactor.redact(e.toString()) + ")\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What fits of a file: the end of one that is still written, the beginning of a packed one. */
    private byte[] lines(Path file, long most) throws IOException {
        boolean packed = file.toString().endsWith(PACKED);
        var kept = new ByteArrayOutputStream();
        try (InputStream raw = Files.newInputStream(file)) {
            long skipped = packed ? 0 : Math.max(0, Files.size(file) - most);
            raw.skipNBytes(skipped);
            // A byte a character: what is not understood is copied as it is.
            var lines = new BufferedReader(
                    new InputStreamReader(packed ? new GZIPInputStream(raw) : raw, StandardCharsets.ISO_8859_1));
            if (skipped > 0) {
                // Half a line may hold half of a secret, which the redactor would not find.
                lines.readLine();
            }
            for (String line = lines.readLine(); line != null && kept.size() < most; line = lines.readLine()) {
                kept.writeBytes((redactor.redact(line) + "\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return kept.toByteArray();
    }
}
