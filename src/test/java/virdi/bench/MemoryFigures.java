package virdi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The benchmark's part that weighs the program: resident memory with window and demo after a minute, for the options that
 * it ships with and those that lost against them; or the shipped ones alone over many minutes. Each in a process of its
 * own, one after the other. Linux only.
 */
final class MemoryFigures {
    /** One option a line; what the installers and launchers are made with. */
    private static final Path SHIPPED = Path.of("jpackage", "java-options");

    /** By then the window is drawn, even on a busy machine; pauses before it nobody sees. */
    private static final double OPEN_SECONDS = 30;

    private static final long MINUTE_MILLIS = 60_000;
    private static final double MEGABYTE = 1e6;
    private static final Pattern PAUSE = Pattern.compile("\\[([0-9.]+)s] Safepoint .*Total: +(\\d+) ns");

    private record Candidate(String name, List<String> options) {}

    /** Milliseconds. */
    private record Pauses(double median, double most) {}

    private final MapFigures.Report report;
    private final boolean display = System.getenv("DISPLAY") != null;

    MemoryFigures(MapFigures.Report report) {
        this.report = report;
    }

    /** Compares the candidates after a minute. */
    void compare() throws IOException {
        report.say(
                "| options (%s) | resident MB (at most 300) | anonymous | files | shared | processor s | pause p50 ms | most |",
                display ? "window on the display" : "window on JavaFX's headless platform");
        report.say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Candidate candidate : candidates()) {
            Path pauses = Files.createTempFile("virdi-pauses", ".log");
            try (var app = start(candidate, pauses)) {
                pause(MINUTE_MILLIS);
                Pauses found = pauses(pauses);
                report.say(
                        "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f | %.1f |",
                        candidate.name(),
                        app.residentBytes() / MEGABYTE,
                        app.statusBytes("RssAnon") / MEGABYTE,
                        app.statusBytes("RssFile") / MEGABYTE,
                        app.statusBytes("RssShmem") / MEGABYTE,
                        cpuSeconds(app),
                        found.median(),
                        found.most());
            }
        }
    }

    /** Follows the shipped options. */
    void follow(int minutes) throws IOException {
        report.say("| minute | resident MB | ratio to the first (at most 1.2) | pause p50 ms | most |");
        report.say("| ---: | ---: | ---: | ---: | ---: |");
        Path pauses = Files.createTempFile("virdi-pauses", ".log");
        try (var app = start(new Candidate("shipped", shipped()), pauses)) {
            double first = 0;
            for (int minute = 1; minute <= minutes; minute++) {
                pause(MINUTE_MILLIS);
                double resident = app.residentBytes() / MEGABYTE;
                first = minute == 1 ? resident : first;
                Pauses found = pauses(pauses);
                report.say(
                        "| %d | %.0f | %.2f | %.1f | %.1f |",
                        minute, resident, resident / first, found.median(), found.most());
            }
        }
    }

    private static List<Candidate> candidates() throws IOException {
        List<String> shipped = shipped();
        List<String> plain = shipped.stream()
                .filter(option -> !option.matches("-XX:\\+Use\\w+GC|-Xmn.*"))
                .toList();
        return List.of(
                new Candidate("shipped", shipped),
                new Candidate("Java's defaults", List.of()),
                new Candidate("shipped, compiled as soon", without(shipped, "-XX:CompileThresholdScaling")),
                new Candidate("shipped, headers of 12 bytes", without(shipped, "-XX:+UseCompactObjectHeaders")),
                new Candidate("shipped, freed memory kept", without(shipped, "-XX:TrimNativeHeapInterval")),
                new Candidate("G1", with(plain, "-XX:+UseG1GC")),
                new Candidate("G1, pauses of 10 ms", with(plain, "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=10")),
                new Candidate(
                        "Shenandoah, generational",
                        with(plain, "-XX:+UseShenandoahGC", "-XX:ShenandoahGCMode=generational")),
                new Candidate("ZGC", with(plain, "-XX:+UseZGC")));
    }

    private static List<String> shipped() throws IOException {
        return Files.readAllLines(SHIPPED);
    }

    private static List<String> with(List<String> options, String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return all;
    }

    private static List<String> without(List<String> options, String prefix) {
        return options.stream().filter(option -> !option.startsWith(prefix)).toList();
    }

    private ServerProcess start(Candidate candidate, Path pauses) throws IOException {
        List<String> jvm = with(candidate.options(), "-Xlog:safepoint:file=" + pauses + ":uptime");
        if (!display) {
            jvm.add("-Dglass.platform=Headless");
        }
        return ServerProcess.program(jvm, "--demo");
    }

    /** The program's stops once it is open, whatever they were for; by the clock, so others on the machine count. */
    private static Pauses pauses(Path log) throws IOException {
        double[] millis = Files.readAllLines(log).stream()
                .map(PAUSE::matcher)
                .filter(Matcher::find)
                .filter(stop -> Double.parseDouble(stop.group(1)) > OPEN_SECONDS)
                .mapToDouble(stop -> Long.parseLong(stop.group(2)) / 1e6)
                .sorted()
                .toArray();
        if (millis.length == 0) {
            return new Pauses(0, 0);
        }
        return new Pauses(millis[millis.length / 2], millis[millis.length - 1]);
    }

    private static double cpuSeconds(ServerProcess app) {
        return ProcessHandle.of(app.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .map(millis -> millis / 1e3)
                .orElseThrow();
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
