package virdi.app.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import virdi.app.Main;
import virdi.app.ProgramRun;
import virdi.app.process.ProgramVersion;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.app.settings.SettingKey;
import virdi.app.settings.Settings;
import virdi.telemetry.Frame;

/** The diagnostics contain all that helps, and no secret. */
final class DiagnosticsTest {
    private static final String TOKEN = "planted-token-4711";
    private static final String ELSEWHERE = "planted-elsewhere-4712";
    private static final String PROPERTY = "planted-property-4713";

    /** By what a setting's name gives away that its value is nobody's business. */
    private static final Pattern SOUNDS_SECRET =
            Pattern.compile("token|password|passphrase|secret|credential|\\bpin\\b");

    @TempDir
    private Path directory;

    private final String threadName = Thread.currentThread().getName();

    @AfterEach
    void pullUp() {
        System.clearProperty("virdi.test.password");
        Thread.currentThread().setName(threadName);
    }

    @Test
    void everythingThatHelpsIsInTheZip() throws Exception {
        log("virdi.log", "10:00 listening\n");
        Map<String, String> entries = saved(settings());

        assertThat(entries)
                .containsOnlyKeys(
                        "versions.txt", "settings.txt", "counters.txt", "memory.txt", "threads.txt", "logs/virdi.log");
        assertThat(entries.get("versions.txt"))
                .contains("Virdi Console: " + ProgramVersion.number(), "Java: 2", "gRPC: 1.", "H2: 2.", "System: ");
        assertThat(entries.getOrDefault("settings.txt", "").lines())
                .hasSameSizeAs(Settings.KEYS)
                .contains("resources.capacity: 77 (--set)");
        assertThat(entries.get("counters.txt")).contains("ledger difference: 0");
        assertThat(entries.get("memory.txt")).contains("heap: ", "collections, ");
        assertThat(entries.get("threads.txt"))
                .contains("none in a deadlock", "virdi.app.diagnostics.DiagnosticsTest.everythingThatHelpsIsInTheZip");
        assertThat(entries).containsEntry("logs/virdi.log", "10:00 listening\n");
    }

    @Test
    void noSecretIsInAnyEntryWhereverItWasPlanted() throws Exception {
        System.setProperty("virdi.test.password", PROPERTY);
        Path config = Files.writeString(directory.resolve("virdi.yaml"), "server:\n  token: " + TOKEN + "\n");
        log("virdi.log", "x " + TOKEN + " y\nauthorization: Bearer " + ELSEWHERE + "\n");
        packedLog("virdi.1.log.gz", "older " + TOKEN + TOKEN + "\n");
        Thread.currentThread().setName("named " + TOKEN);
        Map<String, String> entries = saved(settings("--config", config.toString()));

        assertThat(entries).containsKeys("logs/virdi.log", "logs/virdi.1.log");
        assertThat(entries.toString()).doesNotContain(TOKEN, ELSEWHERE, PROPERTY);
        assertThat(entries.get("settings.txt"))
                .containsPattern("server.token: given, not shown \\(\\S*virdi.yaml:2\\)");
        assertThat(entries.get("logs/virdi.log")).isEqualTo("x (not shown) y\nauthorization: Bearer (not shown)\n");
    }

    @Test
    void aSettingThatSoundsSecretIsMarkedAsOne() {
        assertThat(Settings.KEYS)
                .filteredOn(key -> SOUNDS_SECRET.matcher(key.name()).find())
                .isNotEmpty()
                .allMatch(SettingKey::secret);
    }

    @Test
    void ofALongLogTheNewestIsKeptAndNoHalfLineBeginsIt() throws Exception {
        String line = "a".repeat(99) + TOKEN + "\n";
        log("virdi.log", line.repeat((int) (LogFiles.MOST_BYTES / line.length()) + 50) + "the end\n");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            new LogFiles(directory.resolve("logs"), new Redactor(List.of(TOKEN))).copyTo(zip);
        }
        String kept = entries(out.toByteArray()).getOrDefault("logs/virdi.log", "");

        assertThat(kept.length()).isLessThanOrEqualTo((int) LogFiles.MOST_BYTES);
        assertThat(kept).endsWith("the end\n").startsWith("a".repeat(99) + "(not shown)\n");
    }

    @Test
    void aLogThatCannotBeReadCostsOnlyItself() throws Exception {
        log("virdi.log", "fine\n");
        log("broken.log.gz", "this was never packed");
        Map<String, String> entries = saved(settings());

        assertThat(entries).containsEntry("logs/virdi.log", "fine\n");
        assertThat(entries.get("logs/broken.log")).startsWith("(cannot be read: ");
    }

    @Test
    void aFullDiskIsToldAndNotHidden() throws Exception {
        var diagnostics = new Diagnostics(settings(), List.of(), () -> Frame.EMPTY);

        assertThatThrownBy(() -> diagnostics.writeTo(new FullDisk()))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void fromTheCommandLineItIsWrittenWithoutAWindowAndWithoutSecrets() throws Exception {
        log("virdi.log", "x " + TOKEN + "\n");
        Path file = directory.resolve("out.zip");
        var command = List.of(
                "/usr/bin/env",
                "VIRDI_SECRET=" + ELSEWHERE,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsome.password=" + PROPERTY,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--diagnostics",
                file.toString(),
                "--data-dir",
                directory.toString(),
                "--set",
                "server.token=" + TOKEN);
        try (ProgramRun run = ProgramRun.start(directory, command)) {
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        Map<String, String> entries = entries(Files.readAllBytes(file));

        assertThat(entries).containsOnlyKeys("versions.txt", "settings.txt", "logs/virdi.log");
        assertThat(entries.toString()).doesNotContain(TOKEN, ELSEWHERE, PROPERTY);
    }

    @Test
    void aFileThatCannotBeWrittenIsOneSentenceAndLeavesNothing() throws Exception {
        Path file = directory.resolve("gone").resolve("out.zip");
        var diagnostics = Diagnostics.ofAnother(settings());

        assertThatThrownBy(() -> diagnostics.writeTo(file))
                .isInstanceOf(StartupException.class)
                .hasMessage("--diagnostics " + file + " cannot be written (no such folder); expected a file in a folder"
                        + " that is there, that you may write in and that has room.");
        Files.createDirectories(directory.resolve("taken.zip").resolve("full"));
        assertThatThrownBy(() -> diagnostics.writeTo(directory.resolve("taken.zip")))
                .isInstanceOf(StartupException.class);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(it -> it.getFileName().toString())).containsExactly("taken.zip");
        }
    }

    private Settings settings(String... more) throws StartupException {
        List<String> arguments =
                new ArrayList<>(List.of("--data-dir", directory.toString(), "--set", "resources.capacity=77"));
        arguments.addAll(List.of(more));
        Options options = new Options();
        options.parser().parseArgs(arguments.toArray(String[]::new));
        return options.settings();
    }

    private static Map<String, String> saved(Settings settings) throws IOException {
        var facts = ProgramFacts.of(settings, "127.0.0.1:50051", "none");
        var out = new ByteArrayOutputStream();
        new Diagnostics(settings, facts, () -> Frame.EMPTY).writeTo(out);
        return entries(out.toByteArray());
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Path file = Files.write(Files.createTempFile("diagnostics", ".zip"), zip);
        try (var opened = new ZipFile(file.toFile())) {
            Map<String, String> found = new LinkedHashMap<>();
            for (ZipEntry entry : opened.stream().toList()) {
                found.put(
                        entry.getName(),
                        new String(opened.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return found;
        } finally {
            Files.delete(file);
        }
    }

    private void log(String name, String content) throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("logs")).resolve(name), content);
    }

    private void packedLog(String name, String content) throws IOException {
        Path file = directory.resolve("logs").resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Takes a little. */
    private static final class FullDisk extends OutputStream {
        private int left = 100;

        @Override
        public void write(int unused) throws IOException {
            if (left-- == 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
