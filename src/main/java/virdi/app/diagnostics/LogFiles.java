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
 * Copies the newest log files into a zip, while the log is written and rolled over. Any thread.
 *
 * <p>Reads a file before it writes the entry. If a file cannot be read, its entry says so, and the others are not affected.
 * The memory for this is bounded.
 */
final class LogFiles {
    /** Maximum of all copies, in bytes: two files of maximum size. */
    static final long MOST_BYTES = 10 << 20;

    private static final String PACKED = ".gz";

    private final Path directory;
    private final Redactor redactor;

    /** @param redactor replaces secrets */
    LogFiles(Path directory, Redactor redactor) {
        this.directory = directory;
        this.redactor = redactor;
    }

    /** Adds the files to a zip, uncompressed in the folder "logs", the newest first. */
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
            // There is no log yet, or the folder is not readable. The rest of the diagnostics still helps.
            return List.of();
        }
    }

    private static long modified(Path file) {
        // 0 for a file that was rolled over in the meantime.
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

    /** The part of a file that fits: the end of a plain file, the beginning of a compressed one. */
    private byte[] lines(Path file, long most) throws IOException {
        boolean packed = file.toString().endsWith(PACKED);
        var kept = new ByteArrayOutputStream();
        try (InputStream raw = Files.newInputStream(file)) {
            long skipped = packed ? 0 : Math.max(0, Files.size(file) - most);
            raw.skipNBytes(skipped);
            // One byte is one character, so that invalid UTF-8 is copied unchanged.
            var lines = new BufferedReader(
                    new InputStreamReader(packed ? new GZIPInputStream(raw) : raw, StandardCharsets.ISO_8859_1));
            if (skipped > 0) {
                // Half a line may contain half of a secret, which the redactor would not find.
                lines.readLine();
            }
            for (String line = lines.readLine(); line != null && kept.size() < most; line = lines.readLine()) {
                kept.writeBytes((redactor.redact(line) + "\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return kept.toByteArray();
    }
}
