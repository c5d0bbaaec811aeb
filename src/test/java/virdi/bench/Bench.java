package virdi.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** All benchmarks over the wire; prints tables in Markdown. */
public final class Bench {
    private static final List<String> JVM = List.of("-Xmx512m");

    private final int rounds;

    private Bench(int rounds) {
        this.rounds = rounds;
    }

    /** @param args what to run: ingest, latency, crowd; all when nothing is named; a number sets the rounds */
    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        int rounds = words.stream()
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(3);
        List<String> parts =
                words.stream().filter(word -> !word.matches("\\d+")).toList();
        var bench = new Bench(rounds);
        if (parts.isEmpty() || parts.contains("ingest")) {
            bench.ingest();
        }
        if (parts.isEmpty() || parts.contains("latency")) {
            bench.latency();
        }
        if (parts.isEmpty() || parts.contains("crowd")) {
            bench.crowd();
        }
    }

    private static void say(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format + "%n", figures);
    }

    private void ingest() throws IOException {
        say(
                "| producers | consumers | baseline msg/s | broker msg/s | ratio | baseline CPU s/M | broker CPU s/M | ratio |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- |");
        try (var thin = ServerProcess.thin(JVM, 100);
                var broker = ServerProcess.broker(JVM, 100, "--headless")) {
            for (int producers : new int[] {1, 8, 64}) {
                for (int consumers : new int[] {1, 16, 100}) {
                    var found = Comparison.of(
                            thin, broker, rounds, "ingest %s " + producers + " " + consumers + " 3000 4000");
                    say(
                            "| %d | %d | %,.0f | %,.0f | %.2f | %.3f | %.3f | %.2f |",
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
        say("| messages/s | figure | baseline µs | broker µs | ratio |");
        say("| --- | --- | --- | --- | --- |");
        try (var thin = ServerProcess.thin(JVM, 0);
                var broker = ServerProcess.broker(JVM, 0, "--headless")) {
            for (int rate : new int[] {1_000, 20_000}) {
                var found = Comparison.of(thin, broker, rounds, "latency %s 10 " + rate + " 4000 6000");
                for (String figure : List.of("p50", "p99", "p999", "cpu")) {
                    say(
                            "| %,d | %s | %.3f | %.3f | %.2f |",
                            rate, figure, found.baseline(figure), found.broker(figure), found.ratio(figure));
                }
            }
        }
    }

    private void crowd() throws IOException {
        try (var broker = ServerProcess.broker(List.of("-Xmx256m"), 100, "--headless");
                var load = new LoadProcess()) {
            long before = broker.liveHeapBytes();
            var figures = load.run("crowd " + broker.port() + " " + broker.pid() + " 10000 1000 15000 20000");
            long after = broker.liveHeapBytes();
            say(
                    "broker: %s; %.0f bytes a stream, heap %.0f MB, resident %.0f MB",
                    figures, (after - before) / 11_000.0, after / 1e6, broker.residentBytes() / 1e6);
            load.release();
        }
        try (var thin = ServerProcess.thin(List.of("-Xmx256m"), 100);
                var load = new LoadProcess()) {
            long before = thin.liveHeapBytes();
            var figures = load.run("crowd " + thin.port() + " " + thin.pid() + " 10000 1000 15000 20000");
            long after = thin.liveHeapBytes();
            say(
                    "baseline: %s; %.0f bytes a stream, heap %.0f MB, resident %.0f MB",
                    figures, (after - before) / 11_000.0, after / 1e6, thin.residentBytes() / 1e6);
            load.release();
        }
    }
}
