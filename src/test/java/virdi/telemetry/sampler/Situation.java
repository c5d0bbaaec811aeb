package virdi.telemetry.sampler;

import java.util.Arrays;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;

/**
 * Plants a situation around the tank {@code iron} that a row of a table describes: steps divided by semicolons, such as
 * {@code "supplied; offer smelter; unanswered smelter"}. Each step is a verb with its arguments, see {@link #step}.
 */
final class Situation {
    private static final ResourceId IRON = new ResourceId("iron");
    /** For so many seconds units flow. */
    private static final int FLOWING_SECONDS = 43;

    private final Plant plant;

    private Situation(Plant plant) {
        this.plant = plant;
    }

    static void plant(Plant plant, String steps) {
        Situation situation = new Situation(plant);
        for (String step : steps.split(";")) {
            situation.step(step.strip().split(" "));
        }
    }

    /** A target by its description: "iron", "inflow", "outflow", "client mine", "production mine", "consumption drill", "stream mine". */
    static Target target(Plant plant, String description) {
        String[] words = description.split(" ");
        String name = words[words.length - 1];
        return switch (words[0]) {
            case "iron" -> new Target.Resource(IRON);
            case "inflow" -> new Target.Inflow(IRON);
            case "outflow" -> new Target.Outflow(IRON);
            case "client" -> new Target.Client(new ClientId(name));
            case "production" -> new Target.Production(new ClientId(name), IRON);
            case "consumption" -> new Target.Consumption(new ClientId("factory"), new ConsumerId(name));
            case "stream" -> plant.target(name);
            default -> throw new IllegalArgumentException(description);
        };
    }

    private void step(String[] it) {
        switch (it[0]) {
            case "starved" ->
                plant.tank("iron", 100, 0).consumer("drill", "iron", 120).empty("iron", "drill");
            case "supplied" ->
                plant.tank("iron", 100, 50).production("mine", "iron").consumer("drill", "iron", 120);
            case "tank" -> plant.tank("iron", 100, Long.parseLong(it[1]));
            case "full" -> plant.full("iron");
            case "empty" -> plant.empty("iron");
            case "offer" -> plant.offer(it[1], "iron");
            case "production" -> plant.production(it[1], "iron");
            case "consumer" -> plant.consumer(it[1], "iron", Long.parseLong(it[2]));
            case "end" -> plant.end(it[1]);
            case "port-closed" -> plant.stop();
            // unanswered STREAM [SECONDS BEFORE]
            case "unanswered" -> {
                long before = it.length > 2 ? Long.parseLong(it[2]) * Plant.SECOND : 0;
                plant.pipe(it[1], stream -> stream.unanswered = plant.now - before);
            }
            case "unread" ->
                plant.pipe(it[1], stream -> {
                    stream.ready = false;
                    stream.due = Long.parseLong(it[2]);
                });
            case "buffered" -> plant.pipe(it[1], stream -> stream.buffered = Double.parseDouble(it[2]));
            // hold STREAM PACE: a throttle is in force
            case "hold" ->
                plant.pipe(it[1], stream -> {
                    stream.throttle = new Pace(Long.parseLong(it[2]));
                    stream.held = true;
                });
            case "blocked" -> plant.pipe(it[1], stream -> stream.blocked = true);
            // rule PACE TARGET
            case "rule" -> plant.rule(new OperatorRule.Throttled(rest(it, 2), new Pace(Long.parseLong(it[1])), null));
            case "rule-for-222-s" ->
                plant.rule(new OperatorRule.Throttled(
                        rest(it, 2), new Pace(Long.parseLong(it[1])), Plant.EPOCH + 222_000));
            // block TARGET: without a reason; repair TARGET: with one
            case "block" -> plant.rule(new OperatorRule.Blocked(rest(it, 1), "", null));
            case "repair" -> plant.rule(new OperatorRule.Blocked(rest(it, 1), "repair", null));
            case "free" -> inject(Long.parseLong(it[1]), 0);
            case "due" -> inject(Long.parseLong(it[1]), Long.parseLong(it[1]));
            // flow FROM TO UNITS A SECOND
            case "flow" -> flow(it[1], it[2], Integer.parseInt(it[3]));
            default -> throw new IllegalArgumentException(String.join(" ", it));
        }
    }

    private Target rest(String[] words, int from) {
        return target(plant, String.join(" ", Arrays.asList(words).subList(from, words.length)));
    }

    private void inject(long units, long dueUnits) {
        plant.change("iron", tank -> {
            tank.injected += units;
            tank.level = units;
            tank.due = dueUnits;
        });
    }

    private void flow(String from, String to, int perSecond) {
        for (int i = 0; i < FLOWING_SECONDS; i++) {
            plant.produce(from, perSecond).deliver(to, perSecond);
            plant.pass(i == 0 ? 0.01 : 1);
        }
    }
}
