package virdi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import virdi.ui.map.MapBench;

/**
 * The benchmark's parts that look at the window: what a frame of the map costs, what an idle window costs, how soon an
 * event is on the screen. On the display when there is one, else on JavaFX's headless platform; always rendered by
 * software.
 */
final class MapFigures {
    /** Takes the lines of the report. */
    interface Report {
        void say(String format, Object... figures);
    }

    private record Topology(int clients, int tanks, int streams) {
        int nodes() {
            return clients + tanks;
        }

        String[] arguments() {
            return new String[] {Integer.toString(clients), Integer.toString(tanks), Integer.toString(streams)};
        }
    }

    private static final List<Topology> TOPOLOGIES = List.of(
            new Topology(96, 4, 200),
            new Topology(480, 20, 1_000),
            new Topology(1_000, 40, 2_000),
            new Topology(1_920, 80, 4_000),
            new Topology(4_800, 200, 10_000));
    /** Beyond this JavaFXSmartGraph takes minutes for a few frames. */
    private static final int MOST_FOR_SMARTGRAPH = 1_100;

    /** Compiled only where its library is. */
    private static final String SMARTGRAPH = "virdi.bench.SmartGraphFrames";

    private static final int LIVE_CLIENTS = 1_000;
    private static final int LIVE_RESOURCES = 40;

    private static final int STILL_STREAMS = 200;
    private static final long SETTLE_MILLIS = 25_000;
    private static final long IDLE_MILLIS = 20_000;

    private final Report report;
    private final int rounds;
    private final boolean display = System.getenv("DISPLAY") != null;

    MapFigures(Report report, int rounds) {
        this.report = report;
        this.rounds = rounds;
    }

    /** What a window's process is started with, next to the heap's size. */
    static List<String> flags(boolean display) {
        return display ? List.of("-Dprism.order=sw") : List.of("-Dprism.order=sw", "-Dglass.platform=Headless");
    }

    /** The views of the map by resource and by client, by the names of their figures. */
    private static final Map<String, String> VIEWS = views();

    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("floor.before", "two bare layers, before");
        views.put("floor.after", "two bare layers, after");
        views.put("window.cold", "window, cold");
        views.put("window", "window");
        views.put("window.zooming", "window, being zoomed");
        views.put("window.panned", "window, zoomed in, panned");
        views.put("folded", "map as it opens");
        views.put("zooming", "map, being zoomed");
        views.put("zoomed", "map, zoomed in");
        views.put("zoomed.panned", "map, zoomed in, panned");
        views.put("charts", "map, with charts");
        views.put("whole", "all pipes, far");
        views.put("panned", "all pipes, panned");
        views.put("whole.zooming", "all pipes, being zoomed");
        views.put("near", "all pipes, near");
        views.put("clients", "by client, as it opens");
        views.put("clients.whole", "every client a card, far");
        views.put("clients.zooming", "every client a card, being zoomed");
        views.put("clients.near", "every client a card, near");
        return views;
    }

    void map() throws IOException {
        List<Comparison> maps = new ArrayList<>();
        for (Topology topology : TOPOLOGIES) {
            maps.add(Comparison.of(
                    () -> run(MapBench.class.getName(), topology),
                    () -> topology.nodes() > MOST_FOR_SMARTGRAPH ? Map.of() : run(SMARTGRAPH, topology),
                    rounds));
        }
        report.say("Milliseconds a frame, median / p95, by the number of streams (%s).", platform());
        report.say("");
        row("view", TOPOLOGIES, topology -> "%,d".formatted(topology.streams()));
        report.say("| --- |" + " ---: |".repeat(maps.size()));
        VIEWS.forEach((name, view) -> row(view, maps, map -> pair(map, name)));
        report.say("");
        row("streams", TOPOLOGIES, topology -> "%,d".formatted(topology.streams()));
        report.say("| --- |" + " ---: |".repeat(maps.size()));
        row("map as it opens, of one core", maps, map -> "%.0f %%".formatted(map.baseline("folded.core")));
        row("layout, ms", maps, map -> "%.1f".formatted(map.baseline("layout")));
        row("layout by client as it opens, ms", maps, map -> "%.1f".formatted(map.baseline("clients.layout")));
        row("layout of every client, ms", maps, map -> "%.1f".formatted(map.baseline("clients.whole.layout")));
        row("first picture, ms", maps, map -> "%.0f".formatted(map.baseline("first")));
        row("heap, MB", maps, map -> "%.0f".formatted(map.baseline("heap")));
        row("JavaFXSmartGraph, ms a frame", maps, map -> whole(map.broker("smart.p50")));
        row(
                "its ratio to all pipes, far (at least 10)",
                maps,
                map -> whole(map.broker("smart.p50") / map.baseline("whole.p50")));
    }

    private static String whole(double figure) {
        return Double.isNaN(figure) ? "not run" : "%,.0f".formatted(figure);
    }

    private <T> void row(String head, List<T> columns, Function<T, String> cell) {
        report.say("%s", columns.stream().map(cell).collect(Collectors.joining(" | ", "| " + head + " | ", " |")));
    }

    void live() throws IOException {
        report.say("Milliseconds a frame, median / p95 (%s).", platform());
        report.say("");
        report.say(
                "| until all are open | ten seconds from then on | half a minute later | being zoomed | nearer | nearer, panned | by client |");
        report.say("|" + " ---: |".repeat(7));
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> found =
                    run("virdi.app.LiveFrames", Integer.toString(LIVE_CLIENTS), Integer.toString(LIVE_RESOURCES));
            report.say(
                    "| %s | %s | %s | %s | %s | %s | %s |",
                    pair(found, "opening"),
                    pair(found, "cold"),
                    pair(found, "live"),
                    pair(found, "zooming"),
                    pair(found, "nearer"),
                    pair(found, "panned"),
                    pair(found, "clients"));
        }
    }

    private static String pair(Map<String, Double> found, String situation) {
        return "%.1f / %.1f"
                .formatted(
                        found.getOrDefault(situation + ".p50", Double.NaN),
                        found.getOrDefault(situation + ".p95", Double.NaN));
    }

    void idle() throws IOException {
        report.say("| window (%s) | of one core (at most 1 %%) |", platform());
        report.say("| --- | ---: |");
        List<String> jvm = new ArrayList<>(List.of("-Xmx512m"));
        jvm.addAll(flags(display));
        try (var app = ServerProcess.broker(jvm, 100)) {
            // The compiler is busy with a window's code for most of a minute.
            pause(SETTLE_MILLIS);
            report.say("| nobody connected | %.2f %% |", 100 * idle(app));
            try (var client = new LoadClient(app.port())) {
                for (int i = 0; i < STILL_STREAMS; i++) {
                    var unused = client.produce("client-" + i % 20, "resource-" + i / 20);
                }
                report.say(
                        "| %d silent streams, in their first minute: their words count seconds | %.2f %% |",
                        STILL_STREAMS, 100 * idle(app));
                pause(SETTLE_MILLIS);
                report.say("| the same after it, on which nothing moves | %.2f %% |", 100 * idle(app));
            } catch (InterruptedException e) {
                throw new IOException("interrupted while clients left", e);
            }
        }
        report.say("");
        report.say("| the demo | of one core | above headless (at most 25 %%) |");
        report.say("| --- | ---: | ---: |");
        double headless = demo(jvm, "--headless");
        report.say("| headless | %.0f %% | |", 100 * headless);
        double window = demo(jvm);
        report.say(
                "| with its window, which nobody touches | %.0f %% | %.0f %% |",
                100 * window, 100 * (window - headless));
    }

    /** The share of one core that the demo takes once its code is compiled. */
    private static double demo(List<String> jvm, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--demo"));
        arguments.addAll(List.of(more));
        try (var app = ServerProcess.program(jvm, arguments.toArray(String[]::new))) {
            pause(2 * SETTLE_MILLIS);
            return idle(app);
        }
    }

    void event() throws IOException {
        report.say("| window (%s) | p50 ms | p95 ms (at most 150) | most |", platform());
        report.say("| --- | ---: | ---: | ---: |");
        Map<String, Double> found = run("virdi.app.EventDelay");
        for (String what : List.of(
                "at rest, a stream opens",
                "at rest, a stream ends",
                "in the demo, a stream opens",
                "in the demo, a stream ends",
                "in a crowd that is zoomed, a stream opens",
                "in a crowd that is zoomed, a stream ends")) {
            String name = what.replaceAll("[^a-z]+", "-");
            report.say(
                    "| %s | %.0f | %.0f | %.0f |",
                    what,
                    found.getOrDefault(name + ".p50", Double.NaN),
                    found.getOrDefault(name + ".p95", Double.NaN),
                    found.getOrDefault(name + ".most", Double.NaN));
        }
    }

    private String platform() {
        return display ? "on the display" : "on JavaFX's headless platform";
    }

    private static String pair(Comparison found, String situation) {
        return "%.1f / %.1f".formatted(found.baseline(situation + ".p50"), found.baseline(situation + ".p95"));
    }

    private Map<String, Double> run(String program, Topology topology) throws IOException {
        return run(program, topology.arguments());
    }

    /** Runs a program in a process of its own to its end; its last line tells its figures. */
    private Map<String, Double> run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g"));
        command.addAll(flags(display));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = null;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
        }
        return figures(program, last);
    }

    private static Map<String, Double> figures(String program, @Nullable String line) throws IOException {
        if (line == null || !line.contains("=")) {
            throw new IOException(program + " failed: " + line);
        }
        Map<String, Double> figures = new HashMap<>();
        for (String figure : line.split(" ")) {
            String[] sides = figure.split("=");
            figures.put(sides[0], Double.parseDouble(sides[1]));
        }
        return figures;
    }

    /** The share of one core that a process takes, once it has settled. */
    private static double idle(ServerProcess app) {
        pause(SETTLE_MILLIS);
        long before = cpuNanos(app);
        long began = System.nanoTime();
        pause(IDLE_MILLIS);
        return (cpuNanos(app) - before) / (double) (System.nanoTime() - began);
    }

    private static long cpuNanos(ServerProcess app) {
        return ProcessHandle.of(app.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElseThrow();
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
