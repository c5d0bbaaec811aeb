package virdi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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

    void map() throws IOException {
        report.say("Milliseconds a frame, median / p95 (%s).", platform());
        report.say("");
        report.say(
                "| nodes | streams | two layers and nothing else, before | after | the window, cold | the window | the window, being zoomed | the window, zoomed in, panned | the map as it opens | of one core | being zoomed | zoomed in | zoomed in, panned | with charts | all pipes, far | all pipes, near"
                        + " | all pipes, panned | all pipes, being zoomed | JavaFXSmartGraph | ratio to all pipes, far (at least 10) | layout ms"
                        + " | first picture ms | heap MB |");
        report.say("|" + " ---: |".repeat(23));
        List<String> byClient = new ArrayList<>();
        for (Topology topology : TOPOLOGIES) {
            var map = Comparison.of(
                    () -> run(MapBench.class.getName(), topology),
                    () -> topology.nodes() > MOST_FOR_SMARTGRAPH ? Map.of() : run(SMARTGRAPH, topology),
                    rounds);
            boolean compared = topology.nodes() <= MOST_FOR_SMARTGRAPH;
            report.say(
                    "| %,d | %,d | %s | %s | %s | %s | %s | %s | %s | %.0f %% | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.1f | %.0f | %.0f |",
                    topology.nodes(),
                    topology.streams(),
                    pair(map, "floor.before"),
                    pair(map, "floor.after"),
                    pair(map, "window.cold"),
                    pair(map, "window"),
                    pair(map, "window.zooming"),
                    pair(map, "window.panned"),
                    pair(map, "folded"),
                    map.baseline("folded.core"),
                    pair(map, "zooming"),
                    pair(map, "zoomed"),
                    pair(map, "zoomed.panned"),
                    pair(map, "charts"),
                    pair(map, "whole"),
                    pair(map, "near"),
                    pair(map, "panned"),
                    pair(map, "whole.zooming"),
                    compared ? "%,.0f / %,.0f".formatted(map.broker("smart.p50"), map.broker("smart.p95")) : "not run",
                    compared ? "%,.0f".formatted(map.broker("smart.p50") / map.baseline("whole.p50")) : "",
                    map.baseline("layout"),
                    map.baseline("first"),
                    map.baseline("heap"));
            byClient.add(byClient(topology, map));
        }
        report.say("");
        report.say("By client, milliseconds a frame, median / p95; layouts from nothing, not on the window's thread.");
        report.say("");
        report.say(
                "| clients | streams | as it opens | every client a card, far | every client a card, being zoomed | every client a card, near"
                        + " | layout as it opens ms | layout of every client ms |");
        report.say("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        byClient.forEach(line -> report.say("%s", line));
    }

    private static String byClient(Topology topology, Comparison map) {
        return "| %,d | %,d | %s | %s | %s | %s | %.1f | %.1f |"
                .formatted(
                        topology.clients(),
                        topology.streams(),
                        pair(map, "clients"),
                        pair(map, "clients.whole"),
                        pair(map, "clients.zooming"),
                        pair(map, "clients.near"),
                        map.baseline("clients.layout"),
                        map.baseline("clients.whole.layout"));
    }

    void live() throws IOException {
        report.say("Milliseconds a frame, median / p95 (%s).", platform());
        report.say("");
        report.say(
                "| clients | streams | until all are open | in ten seconds from then on | half a minute later | being zoomed | nearer | nearer, panned | by client | of one core |");
        report.say("|" + " ---: |".repeat(10));
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> found =
                    run("virdi.app.LiveFrames", Integer.toString(LIVE_CLIENTS), Integer.toString(LIVE_RESOURCES));
            report.say(
                    "| %,d | %,d | %s | %s | %s | %s | %s | %s | %s | %.0f %% |",
                    LIVE_CLIENTS,
                    2 * LIVE_CLIENTS,
                    pair(found, "opening"),
                    pair(found, "cold"),
                    pair(found, "live"),
                    pair(found, "zooming"),
                    pair(found, "nearer"),
                    pair(found, "panned"),
                    pair(found, "clients"),
                    found.getOrDefault("live.core", Double.NaN));
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
