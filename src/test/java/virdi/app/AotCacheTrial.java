package virdi.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.app.process.ProgramVersion;

/**
 * The AOT cache that installers hold: the launcher has Java use it without being told, and one that is missing or of
 * something else costs time and nothing else. In the profile {@code installed}, on a copy of what was packed.
 */
final class AotCacheTrial {
    private static final Path FOLDER = Path.of("target", "installed").toAbsolutePath();
    private static final Path PACKED = Path.of("target", "installer-work", "virdi-console");
    private static final int ENDED_BY_SIGTERM = 143;

    /** With this in the environment Java refuses to start without a cache that it can use. */
    private static final String ONLY_WITH_A_CACHE = "JAVA_TOOL_OPTIONS=-XX:AOTMode=on";

    private static final String MAKER = "OpenJDK 64-Bit";
    private static final int HEAD_BYTES = 4096;

    private Path place;
    private Path image;
    private Path cache;

    @BeforeEach
    void copyTheImage() throws Exception {
        assertThat(PACKED).as("what mvn -Pinstaller package makes").isDirectory();
        Files.createDirectories(FOLDER);
        place = Files.createTempDirectory(FOLDER, "image");
        image = place.resolve("virdi-console");
        FreshDebian.run("cp", "--archive", PACKED.toString(), image.toString());
        cache = image.resolve("lib/app/virdi-console.aot");
    }

    @AfterEach
    void deleteTheImage() throws Exception {
        FreshDebian.run("rm", "-rf", place.toString());
    }

    @Test
    void cacheIsUsedWhereverTheProgramIsPut() throws Exception {
        assertThat(startsOnlyWithACache()).isTrue();
    }

    @Test
    void missingCacheOnlyCostsTime() throws Exception {
        Files.delete(cache);
        servesWithoutACache();
    }

    @Test
    void cacheThatWasCutOffOnlyCostsTime() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        servesWithoutACache();
    }

    @Test
    void emptyCacheOnlyCostsTime() throws Exception {
        Files.write(cache, new byte[0]);
        servesWithoutACache();
    }

    @Test
    void cacheOfAnotherRuntimeOnlyCostsTime() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
            byte[] head = new byte[HEAD_BYTES];
            file.readFully(head);
            int at = new String(head, ISO_8859_1).indexOf(MAKER);
            assertThat(at).as("where its head names the Java that made it").isPositive();
            file.seek(at);
            file.write("OpenJDK 32-Bit".getBytes(ISO_8859_1));
        }
        servesWithoutACache();
    }

    @Test
    void cacheOfOtherJarsOnlyCostsTime() throws Exception {
        Path jar = image.resolve("lib/app/virdi-console-" + ProgramVersion.number() + ".jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        servesWithoutACache();
    }

    private void servesWithoutACache() throws Exception {
        assertThat(startsOnlyWithACache()).as("whether it was of use").isFalse();
        List<String> command = new ArrayList<>(launcher());
        command.addAll(List.of(
                "--headless", "--port", "0", "--data-dir", place.resolve("data").toString()));
        try (ProgramRun run = ProgramRun.start(place, command)) {
            run.awaitOutput("listening on");
            assertThat(run.terminate().exitCode()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(run.err().lines().toList()).as("what it says about it").isEmpty();
            assertThat(run.out()).doesNotContain("aot", "AOT", "archive", "shared");
        }
    }

    private boolean startsOnlyWithACache() throws Exception {
        List<String> command = new ArrayList<>(List.of("env", ONLY_WITH_A_CACHE));
        command.addAll(launcher());
        command.add("--version");
        try (ProgramRun run = ProgramRun.start(place, command)) {
            return run.exitCode() == 0;
        }
    }

    private List<String> launcher() {
        return List.of(image.resolve("bin/virdi-console").toString());
    }
}
