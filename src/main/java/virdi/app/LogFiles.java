package virdi.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
import org.jspecify.annotations.Nullable;

/**
 * The newest of the log, copied for somebody who helps. Any thread, while the log is written and rolled over.
 *
 * <p>The program never logs its token. Should a library ever do so, the copy does not repeat it.
 */
final class LogFiles {
    /** What is copied at most, in bytes: two files as large as they get, of which the newest matters most. */
    static final long MOST_BYTES = 10 << 20;

    private static final String MASK = "(token, not shown)";

    private final Path directory;
    private final @Nullable String token;

    /** @param token what is not to be repeated; null for nothing */
    LogFiles(Path directory, @Nullable String token) {
        this.directory = directory;
        this.token = token;
    }

    /** Adds them to a zip, each in the folder "logs", unpacked. */
    void copyTo(ZipOutputStream zip) throws IOException {
        long left = MOST_BYTES;
        for (Path file : newestFirst()) {
            if (left <= 0) {
                return;
            }
            left -= copy(file, left, zip);
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.log(\\.gz)?"))
                    .sorted(Comparator.comparingLong(LogFiles::modified).reversed())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static long modified(Path file) {
        // 0 for one that was rolled over meanwhile.
        return file.toFile().lastModified();
    }

    /** Copies what fits of a file, the end of one that is still written, and tells how many bytes it was. */
    private long copy(Path file, long most, ZipOutputStream zip) throws IOException {
        String name = file.getFileName().toString();
        boolean packed = name.endsWith(".gz");
        long size = 0;
        try (InputStream raw = Files.newInputStream(file)) {
            if (!packed) {
                raw.skipNBytes(Math.max(0, Files.size(file) - most));
            }
            zip.putNextEntry(new ZipEntry("logs/" + (packed ? name.substring(0, name.length() - 3) : name)));
            // A byte a character: what is not understood is copied as it is.
            var lines = new BufferedReader(
                    new InputStreamReader(packed ? new GZIPInputStream(raw) : raw, StandardCharsets.ISO_8859_1));
            for (String line = lines.readLine(); line != null && size < most; line = lines.readLine()) {
                byte[] bytes = (masked(line) + "\n").getBytes(StandardCharsets.ISO_8859_1);
                zip.write(bytes);
                size += bytes.length;
            }
            zip.closeEntry();
        } catch (NoSuchFileException e) {
            return 0;
        }
        return size;
    }

    private String masked(String line) {
        return token == null ? line : line.replace(token, MASK);
    }
}
