package virdi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same load on baseline and broker, alternately, several times. Both servers run all the while, so both are as warm,
 * and what the machine does meanwhile meets both.
 */
final class Comparison {
    private final List<Map<String, Double>> baseline = new ArrayList<>();
    private final List<Map<String, Double>> broker = new ArrayList<>();

    /**
     * @param ask the load with {@code %s} where port and process id belong
     */
    static Comparison of(ServerProcess thin, ServerProcess broker, int rounds, String ask) throws IOException {
        var comparison = new Comparison();
        for (int round = 0; round < rounds; round++) {
            comparison.baseline.add(run(thin, ask));
            comparison.broker.add(run(broker, ask));
        }
        return comparison;
    }

    private static Map<String, Double> run(ServerProcess server, String ask) throws IOException {
        try (var load = new LoadProcess()) {
            return load.run(ask.formatted(server.port() + " " + server.pid()));
        }
    }

    double baseline(String figure) {
        return median(baseline, figure);
    }

    double broker(String figure) {
        return median(broker, figure);
    }

    /** The broker's figure in the baseline's. */
    double ratio(String figure) {
        return broker(figure) / baseline(figure);
    }

    private static double median(List<Map<String, Double>> runs, String figure) {
        double[] sorted = runs.stream()
                .mapToDouble(run -> run.getOrDefault(figure, Double.NaN))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
