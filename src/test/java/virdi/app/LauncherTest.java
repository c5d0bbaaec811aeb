package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts the installed program, with Javas that only tell how they were called. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    @TempDir
    Path directory;

    private Path launcher = Path.of("");

    @BeforeEach
    void install() throws IOException {
        Path bin = Files.createDirectories(directory.resolve("an app").resolve("bin"));
        launcher = Files.copy(Path.of("src/main/launcher/bin/virdi-console"), bin.resolve("virdi-console"));
        launcher.toFile().setExecutable(true);
    }

    @Test
    void argumentsWithSpacesArriveAsTheyWereGiven() throws Exception {
        try (ProgramRun run = launch(launcher, java("25.0.3"), "--data-dir", "my data", "--set", "a=b c")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines())
                    .contains(
                            "<@" + directory.toRealPath().resolve("an app") + "/lib/java-options>", "<virdi.app.Main>")
                    .endsWith("<--data-dir>", "<my data>", "<--set>", "<a=b c>");
        }
    }

    /** One that is misspelt would stop the installed program, and be passed over by the launcher. */
    @Test
    void optionsForJavaAreTaken() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jpackage", "java-options").toAbsolutePath(),
                "-version");
        try (ProgramRun run = ProgramRun.start(directory, command)) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("version \"").doesNotContainIgnoringCase("warning");
        }
    }

    @Test
    void libraryIsFoundThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(directory.resolve("first"), launcher);
        Path second = Files.createSymbolicLink(directory.resolve("second"), first.getFileName());
        try (ProgramRun run = launch(second, java("26-ea"))) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines()).contains("<" + directory.toRealPath().resolve("an app") + "/lib/*>");
        }
    }

    @Test
    void tooOldJavaIsRefusedByName() throws Exception {
        Path old = java("17.0.15");
        try (ProgramRun run = launch(launcher, old)) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).isEqualTo("VIRDI_JAVA_HOME is " + old + ", which is no Java 25 or later.\n");
        }
    }

    @Test
    void newEnoughJavaHomeIsTakenAndATooOldOnePassedOver() throws Exception {
        Path fitting = java("25");
        List<String> command =
                List.of("env", "-u", "VIRDI_JAVA_HOME", "JAVA_HOME=" + fitting, launcher.toString(), "--version");
        try (ProgramRun run = ProgramRun.start(directory, command)) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).endsWith("<--version>\n");
        }
        List<String> tooOld = List.of(
                "env",
                "-u",
                "VIRDI_JAVA_HOME",
                "JAVA_HOME=" + java("21.0.1"),
                "PATH=" + fitting.resolve("bin") + ":/usr/bin:/bin",
                launcher.toString());
        try (ProgramRun run = ProgramRun.start(directory, tooOld)) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("<virdi.app.Main>");
        }
    }

    private ProgramRun launch(Path script, Path javaHome, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "VIRDI_JAVA_HOME=" + javaHome, script.toString()));
        command.addAll(List.of(arguments));
        return ProgramRun.start(directory, command);
    }

    /** A Java of some version that prints each of its arguments between angle brackets. */
    private Path java(String version) throws IOException {
        Path home = directory.resolve("java " + version);
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path program = bin.resolve("java");
        if (Files.notExists(program)) {
            Files.createFile(
                    program, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.writeString(program, """
                    #!/bin/sh
                    if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit; fi
                    for argument in "$@"; do echo "<$argument>"; done
                    """.formatted(version));
        }
        return home;
    }
}
