package virdi.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import virdi.engine.ProductionBench;

/** Runs the benchmark of rules and loop. */
final class Rules {
    private Rules() {}

    /**
     * What one production costs.
     *
     * @param waiting consumers that wait for units
     * @param nanos mean cost
     * @param error half the width of its 99.9 % confidence interval
     */
    record Cost(int waiting, double nanos, double error) {}

    static List<Cost> measure() {
        try {
            List<Cost> costs = new ArrayList<>();
            var options = new OptionsBuilder()
                    .include(ProductionBench.class.getSimpleName())
                    .build();
            for (RunResult result : new Runner(options).run()) {
                costs.add(new Cost(
                        Integer.parseInt(result.getParams().getParam("waiting")),
                        result.getPrimaryResult().getScore(),
                        result.getPrimaryResult().getScoreError()));
            }
            return costs;
        } catch (RunnerException e) {
            throw new IllegalStateException("the benchmark of the rules did not run", e);
        }
    }
}
