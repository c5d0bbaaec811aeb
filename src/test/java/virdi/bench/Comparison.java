package virdi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same load on baseline and broker, alternately, several times, so that what the machine does meanwhile meets both. */
final class Comparison {
    private final List<Map<String, Double>> baseline = new ArrayList<>();
    private final List<Map<String, Double>> broker = new ArrayList<>();

    /** A load applied once; its figures by name. */
    interface Run {
        Map<String, Double> run() throws IOException;
    }

    /** Starts a server. */
    interface Start {
        ServerProcess start() throws IOException;
    }

    static Comparison of(Run baseline, Run broker, int rounds) throws IOException {
        var comparison = new Comparison();
        for (int round = 0; round < rounds; round++) {
            comparison.baseline.add(baseline.run());
            comparison.broker.add(broker.run());
        }
        return comparison;
    }

    /** Both servers run all the while, so both are as warm. */
    static Comparison of(ServerProcess thin, ServerProcess broker, int rounds, String ask) throws IOException {
        return of(() -> LoadProcess.once(thin, ask), () -> LoadProcess.once(broker, ask), rounds);
    }

    /** Each server runs only while it is measured. */
    static Comparison alternating(Start baseline, Start broker, int rounds, String ask) throws IOException {
        return of(() -> alone(baseline, ask), () -> alone(broker, ask), rounds);
    }

    private static Map<String, Double> alone(Start start, String ask) throws IOException {
        try (ServerProcess server = start.start()) {
            return LoadProcess.once(server, ask);
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
