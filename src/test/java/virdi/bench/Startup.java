package virdi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How soon the program that the installers hold has its port open and its window drawn, with its AOT cache and without,
 * in turn; the clock runs from before the launcher is started until its log tells. On the display, where there is one.
 */
final class Startup {
    private static final Path LAUNCHER = Path.of("target", "installer-work", "virdi-console", "bin", "virdi-console");

    private final Say say;
    private final int rounds;

    /** Prints a line of the report. */
    @FunctionalInterface
    interface Say {
        void line(String format, Object... figures);
    }

    /** Nanoseconds since the launch. */
    private record Start(long port, long window) {}

    Startup(Say say, int rounds) {
        this.say = say;
        this.rounds = rounds;
    }

    void measure() throws IOException {
        if (!Files.isExecutable(LAUNCHER)) {
            say.line("No start-up: mvn -Pinstaller package makes %s, which this measures.", LAUNCHER);
            return;
        }
        List<Start> with = new ArrayList<>();
        List<Start> without = new ArrayList<>();
        // So that no run pays for reading the files from the disk.
        var unused = List.of(once("auto"), once("off"));
        for (int round = 0; round < rounds; round++) {
            with.add(once("auto"));
            without.add(once("off"));
        }
        boolean display = System.getenv("DISPLAY") != null;
        say.line(
                "| %s, median of %d | without ms | with the AOT cache ms | ratio (at most 0.60) |",
                display ? "on the display" : "on JavaFX's headless platform", rounds);
        say.line("| --- | ---: | ---: | ---: |");
        row("port open", millis(without, true), millis(with, true));
        row("window drawn", millis(without, false), millis(with, false));
    }

    private void row(String what, double without, double with) {
        say.line("| %s | %.0f | %.0f | %.2f |", what, without, with, with / without);
    }

    private static double millis(List<Start> starts, boolean port) {
        return starts.stream()
                        .mapToLong(start -> port ? start.port() : start.window())
                        .sorted()
                        .skip((starts.size() - 1) / 2)
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }

    /** @param cache whether the JVM uses its cache: auto or off */
    private static Start once(String cache) throws IOException {
        Path data = Files.createTempDirectory("virdi-startup");
        var builder = new ProcessBuilder(LAUNCHER.toString(), "--demo", "--port", "0", "--data-dir", data.toString())
                .redirectErrorStream(true);
        String headless = System.getenv("DISPLAY") == null ? " -Dglass.platform=Headless -Dprism.order=sw" : "";
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=" + cache + headless);
        long launched = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader log = process.inputReader()) {
            long port = 0;
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (line.contains("listening on")) {
                    port = System.nanoTime() - launched;
                } else if (line.endsWith("window drawn")) {
                    return new Start(port, System.nanoTime() - launched);
                }
            }
            throw new IOException("the program ended before its window was drawn");
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }
}
