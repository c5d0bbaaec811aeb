package virdi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * All benchmarks, with the bars they are held to: {@code mvn -q -Pbench test-compile exec:exec}. Prints tables in Markdown
 * and leaves them and a plot in {@code target/bench}. Words name the parts to run, a number how often each is repeated.
 */
public final class Bench {
    private static final List<String> JVM = List.of("-Xmx512m");
    private static final Path RESULTS = Path.of("target", "bench");
    private static final int CONSUMERS = 10_000;
    private static final int PRODUCERS = 1_000;

    /** Tells that no number was given. */
    private static final int NO_NUMBER = 0;

    private static final int USUAL_ROUNDS = 3;

    private final int number;
    private final int rounds;
    private final StringBuilder report = new StringBuilder();

    private Bench(int number) {
        this.number = number;
        this.rounds = number == NO_NUMBER ? USUAL_ROUNDS : number;
    }

    private enum Part {
        RULES,
        INGEST,
        LATENCY,
        CROWD,
        WINDOW,
        RESETS,
        MAP,
        LIVE,
        IDLE,
        EVENT,
        STARTUP,
        MEMORY
    }

    /** @param args parts to run, all when none is named; a number sets how often each is repeated, or minutes of {@code memory} */
    public static void main(String[] args) throws IOException {
        int number = NO_NUMBER;
        List<Part> parts = new ArrayList<>();
        for (String word : args) {
            if (word.matches("\\d+")) {
                number = Integer.parseInt(word);
            } else {
                parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        new Bench(number).run(parts.isEmpty() ? Arrays.asList(Part.values()) : parts);
    }

    private void run(List<Part> parts) throws IOException {
        Files.createDirectories(RESULTS);
        for (Part part : parts) {
            switch (part) {
                case RULES -> rules();
                case INGEST -> ingest();
                case LATENCY -> latency();
                case CROWD -> crowd();
                case WINDOW -> window();
                case RESETS -> resets();
                case MAP -> new MapFigures(this::say, rounds).map();
                case LIVE -> new MapFigures(this::say, rounds).live();
                case IDLE -> new MapFigures(this::say, rounds).idle();
                case EVENT -> new MapFigures(this::say, rounds).event();
                case STARTUP -> new Startup(this::say, rounds).measure();
                case MEMORY -> memory();
            }
            say("");
            Files.writeString(RESULTS.resolve("results.md"), report);
        }
    }

    private void say(String format, Object... figures) {
        String line = String.format(Locale.ROOT, format, figures);
        System.out.println(line);
        report.append(line).append('\n');
    }

    /** With a number, the shipped options for so many minutes; else all candidates for one. */
    private void memory() throws IOException {
        var figures = new MemoryFigures(this::say);
        if (number > 1) {
            figures.follow(number);
        } else {
            figures.compare();
        }
    }

    private void rules() throws IOException {
        List<Rules.Cost> costs = Rules.measure();
        say("| waiting consumers | ns a production | ± | ratio to 10 (at most 1.2) |");
        say("| ---: | ---: | ---: | ---: |");
        double ten = costs.stream()
                .filter(cost -> cost.waiting() == 10)
                .mapToDouble(Rules.Cost::nanos)
                .findFirst()
                .orElseThrow();
        for (Rules.Cost cost : costs) {
            say("| %,d | %.0f | %.0f | %.2f |", cost.waiting(), cost.nanos(), cost.error(), cost.nanos() / ten);
        }
        var plot = new Plot("What one production costs", "consumers that wait for units", "nanoseconds");
        Files.writeString(
                RESULTS.resolve("production-cost.svg"),
                plot.svg(costs.stream()
                        .map(cost -> new Plot.Point(cost.waiting(), cost.nanos()))
                        .toList()));
    }

    private void ingest() throws IOException {
        say("| producers → consumers | baseline msg/s | broker msg/s | ratio (at least 0.90) | baseline CPU s/M"
                + " | broker CPU s/M | ratio (at most 1.5) |");
        say("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        try (var thin = ServerProcess.thin(JVM, 100);
                var broker = ServerProcess.broker(JVM, 100, "--headless")) {
            // So that the first row does not pay for the compiler.
            var unused = Comparison.of(thin, broker, 1, "ingest %s 8 16 5000 1000");
            for (int producers : new int[] {1, 8, 64}) {
                for (int consumers : new int[] {1, 16, 100}) {
                    String ask = "ingest %s " + producers + " " + consumers + " 3000 4000";
                    var found = Comparison.of(thin, broker, rounds, ask);
                    say(
                            "| %d → %d | %,.0f | %,.0f | %.2f | %.3f | %.3f | %.2f |",
                            producers,
                            consumers,
                            found.baseline("rate"),
                            found.broker("rate"),
                            found.ratio("rate"),
                            found.baseline("cpu"),
                            found.broker("cpu"),
                            found.ratio("cpu"));
                }
            }
        }
    }

    private void latency() throws IOException {
        say("| messages/s | percentile | baseline µs | broker µs | ratio (at most 1.3 at p50, 1.5 at p99) |");
        say("| ---: | --- | ---: | ---: | ---: |");
        try (var thin = ServerProcess.thin(JVM, 0);
                var broker = ServerProcess.broker(JVM, 0, "--headless")) {
            for (int rate : new int[] {1_000, 20_000}) {
                var found = Comparison.of(thin, broker, rounds, "latency %s 10 " + rate + " 4000 6000");
                for (String figure : List.of("p50", "p99", "p999")) {
                    say(
                            "| %,d | %s | %.0f | %.0f | %.2f |",
                            rate, figure, found.baseline(figure), found.broker(figure), found.ratio(figure));
                }
            }
        }
    }

    private void crowd() throws IOException {
        List<String> jvm = List.of("-Xmx256m");
        say("| server | of one core | least units/s of a consumer | heap MB | heap bytes a stream | resident MB |");
        say("| --- | ---: | ---: | ---: | ---: | ---: |");
        try (var thin = ServerProcess.thin(jvm, 100)) {
            crowd("baseline", thin);
        }
        try (var broker = ServerProcess.broker(jvm, 100, "--headless")) {
            crowd("broker", broker);
        }
    }

    private void crowd(String name, ServerProcess server) throws IOException {
        // What stays when the first crowd has gone, code and the journal's last events, is no stream's.
        try (var load = new LoadProcess()) {
            var unused = load.run(crowd(server, 5_000, 1_000));
            load.release();
        }
        try (var load = new LoadProcess()) {
            long before = server.liveHeapBytes();
            Map<String, Double> found = load.run(crowd(server, 30_000, 20_000));
            long resident = server.residentBytes();
            long after = server.liveHeapBytes();
            load.release();
            say(
                    "| %s | %.1f %% | %.2f | %.0f | %.0f | %.0f |",
                    name,
                    100 * found.getOrDefault("cpu", Double.NaN),
                    found.getOrDefault("least", Double.NaN),
                    after / 1e6,
                    (after - before) / (double) (CONSUMERS + PRODUCERS),
                    resident / 1e6);
        }
    }

    private static String crowd(ServerProcess server, int warmUpMillis, int millis) {
        return "crowd %d %d %d %d %d %d"
                .formatted(server.port(), server.pid(), CONSUMERS, PRODUCERS, warmUpMillis, millis);
    }

    /**
     * Both with the demo. Not side by side: a window that nobody measures would still take its part of the machine. The
     * warm-up is long, since the compiler takes longer with a window's code.
     */
    private void window() throws IOException {
        boolean display = System.getenv("DISPLAY") != null;
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(MapFigures.flags(display));
        var found = Comparison.alternating(
                () -> ServerProcess.broker(JVM, 100, "--demo", "--headless"),
                () -> ServerProcess.broker(jvm, 100, "--demo"),
                rounds,
                "ingest %s 8 16 30000 6000");
        say("| window | headless msg/s | with the window msg/s | ratio (at least 0.95) |");
        say("| --- | ---: | ---: | ---: |");
        say(
                "| %s | %,.0f | %,.0f | %.2f |",
                display ? "on the display" : "on JavaFX's headless platform",
                found.baseline("rate"),
                found.broker("rate"),
                found.ratio("rate"));
    }

    /** The load while another process, once the load is warm, floods the server with resets, so many times. */
    private static Map<String, Double> attacked(ServerProcess server, String ask, int floods) throws IOException {
        try (var offender = new LoadProcess()) {
            var attack = CompletableFuture.supplyAsync(() -> {
                try {
                    return offender.run(
                            "attack %d %d 5000 %d 6000 1000".formatted(server.port(), server.pid(), floods));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Map<String, Double> found = LoadProcess.once(server, ask);
            attack.join();
            return found;
        }
    }

    private void resets() throws IOException {
        String ask = "latency %s 10 1000 4000 20000";
        say("| offenders, one a second | percentile | calm µs | during the floods µs | ratio (below 1.1 at p99) |");
        say("| ---: | --- | ---: | ---: | ---: |");
        try (var broker = ServerProcess.broker(JVM, 0, "--headless")) {
            // So that the first row does not pay for the compiler.
            var unused = attacked(broker, ask, 1);
            // None, for what two calm runs differ by.
            for (int floods : new int[] {0, 1, 5}) {
                var found = Comparison.of(() -> attacked(broker, ask, 0), () -> attacked(broker, ask, floods), rounds);
                for (String figure : List.of("p50", "p99")) {
                    say(
                            "| %d | %s | %.0f | %.0f | %.2f |",
                            floods, figure, found.baseline(figure), found.broker(figure), found.ratio(figure));
                }
            }
        }
    }
}
