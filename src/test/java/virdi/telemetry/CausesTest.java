package virdi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;

/** Planted situations, each looked at 42 s after it began, and the sentence that tells its first cause. */
class CausesTest {
    private static final ResourceId IRON = new ResourceId("iron");
    private static final Pace SIXTY = new Pace(60);

    /** What is planted, and whom to select. */
    private interface Situation extends Function<Plant, Target> {}

    private static Target iron() {
        return new Target.Resource(IRON);
    }

    private static Target production(String client) {
        return new Target.Production(new ClientId(client), IRON);
    }

    private static Plant starved(Plant plant) {
        return plant.tank("iron", 100, 0).consumer("drill", "iron", 120).empty("iron", "drill");
    }

    private static void throttle(Plant plant, String name, Target target, Pace pace) {
        plant.pipe(name, it -> it.throttle = pace).rule(new OperatorRule.Throttled(target, pace, null));
    }

    /** Gives units as fast as they are taken: so many a second. */
    private static void flow(Plant plant, String from, String to, int perSecond) {
        for (int i = 0; i < 43; i++) {
            plant.produce(from, perSecond).deliver(to, perSecond);
            plant.pass(i == 0 ? 0.01 : 1);
        }
    }

    static Stream<Arguments> starving() {
        return Stream.of(
                of("nobody there", "drill starves: iron is empty; nobody offers or produces it", plant -> {
                    starved(plant);
                    return iron();
                }),
                of(
                        "port being closed",
                        "drill starves: iron is empty; the broker is not listening (start it in the toolbar)",
                        plant -> {
                            starved(plant).stop();
                            return iron();
                        }),
                of(
                        "only producer does not answer",
                        "drill starves: iron is empty; its only producer smelter has not answered a request for 42 s",
                        plant -> {
                            starved(plant).offer("smelter", "iron").pipe("smelter", it -> it.unanswered = plant.now);
                            return plant.target("smelter");
                        }),
                of(
                        "two do not answer",
                        "drill starves: iron is empty; 2 producers have not answered a request, old for 1 min",
                        plant -> {
                            starved(plant)
                                    .offer("young", "iron")
                                    .pipe("young", it -> it.unanswered = plant.now)
                                    .offer("old", "iron")
                                    .pipe("old", it -> it.unanswered = plant.now - 30 * Plant.SECOND);
                            return plant.target("old");
                        }),
                of(
                        "one does not answer and one is paused",
                        "drill starves: iron is empty; smelter has not answered a request for 42 s, and you paused mine",
                        plant -> {
                            starved(plant)
                                    .offer("smelter", "iron")
                                    .pipe("smelter", it -> it.unanswered = plant.now)
                                    .production("mine", "iron");
                            throttle(plant, "mine", production("mine"), Pace.PAUSED);
                            return plant.target("smelter");
                        }),
                of("only producer paused", "drill starves: iron is empty; you paused its only producer mine", plant -> {
                    starved(plant).production("mine", "iron");
                    throttle(plant, "mine", production("mine"), Pace.PAUSED);
                    return production("mine");
                }),
                of("inflow paused", "drill starves: iron is empty; you paused the inflow of iron", plant -> {
                    starved(plant).production("mine", "iron").production("pit", "iron");
                    Target inflow = new Target.Inflow(IRON);
                    throttle(plant, "mine", inflow, Pace.PAUSED);
                    plant.pipe("pit", it -> it.throttle = Pace.PAUSED);
                    return inflow;
                }),
                of("client paused", "drill starves: iron is empty; you paused client mine", plant -> {
                    starved(plant).production("mine", "iron");
                    Target client = new Target.Client(new ClientId("mine"));
                    throttle(plant, "mine", client, Pace.PAUSED);
                    return client;
                }),
                of("two paused", "drill starves: iron is empty; you paused 2 producers", plant -> {
                    starved(plant).production("mine", "iron").production("pit", "iron");
                    throttle(plant, "mine", production("mine"), Pace.PAUSED);
                    throttle(plant, "pit", production("pit"), Pace.PAUSED);
                    return production("mine");
                }),
                of(
                        "producer throttled",
                        "drill starves: iron is empty; you throttled its only producer mine to 60/min",
                        plant -> {
                            starved(plant).production("mine", "iron").pipe("mine", it -> it.held = true);
                            throttle(plant, "mine", production("mine"), SIXTY);
                            return production("mine");
                        }),
                of(
                        "producer blocked",
                        "drill starves: iron is empty; you blocked its only producer mine: repair",
                        plant -> {
                            starved(plant).offer("mine", "iron").pipe("mine", it -> it.blocked = true);
                            plant.rule(new OperatorRule.Blocked(production("mine"), "repair", null));
                            return production("mine");
                        }),
                of("blocked and gone", "drill starves: iron is empty; you blocked mine: repair", plant -> {
                    starved(plant).rule(new OperatorRule.Blocked(production("mine"), "repair", null));
                    return production("mine");
                }),
                of("resource blocked", "drill starves: iron is empty; you blocked iron", plant -> {
                    starved(plant).rule(new OperatorRule.Blocked(iron(), "", null));
                    return iron();
                }),
                of(
                        "producer silent",
                        "drill starves: iron is empty; its only producer mine has sent nothing for 42 s",
                        plant -> {
                            starved(plant).production("mine", "iron");
                            return plant.target("mine");
                        }),
                of(
                        "asked just now",
                        "drill starves: iron is empty; its only producer mine was asked just now",
                        plant -> {
                            starved(plant).offer("mine", "iron");
                            return plant.target("mine");
                        }),
                of(
                        "units there but not for it",
                        "drill starves: its share of the 12 units of iron has not come yet",
                        plant -> {
                            starved(plant).change("iron", it -> {
                                it.injected += 12;
                                it.level = 12;
                            });
                            return iron();
                        }),
                of("all units due to others", "drill starves: iron is empty; nobody offers or produces it", plant -> {
                    starved(plant).change("iron", it -> {
                        it.injected += 12;
                        it.level = 12;
                        it.due = 12;
                    });
                    return iron();
                }));
    }

    static Stream<Arguments> consumers() {
        Target drill = new Target.Consumption(new ClientId("factory"), new ConsumerId("drill"));
        return Stream.of(
                of("paused", "you paused drill", plant -> {
                    supplied(plant);
                    throttle(plant, "drill", drill, Pace.PAUSED);
                    return drill;
                }),
                of("throttled", "you throttled drill to 60/min", plant -> {
                    supplied(plant);
                    throttle(plant, "drill", drill, SIXTY);
                    return drill;
                }),
                of("throttled for a while", "you throttled drill to 60/min; it lifts in 3 min", plant -> {
                    supplied(plant).pipe("drill", it -> it.throttle = SIXTY);
                    plant.rule(new OperatorRule.Throttled(drill, SIXTY, Plant.EPOCH + 222_000));
                    return drill;
                }),
                of("outflow throttled", "you throttled the outflow of iron to 60/min", plant -> {
                    supplied(plant);
                    Target outflow = new Target.Outflow(IRON);
                    throttle(plant, "drill", outflow, SIXTY);
                    return outflow;
                }),
                of("nearest of two throttles", "you throttled drill to 60/min", plant -> {
                    supplied(plant).rule(new OperatorRule.Throttled(new Target.Outflow(IRON), new Pace(90), null));
                    throttle(plant, "drill", drill, SIXTY);
                    return drill;
                }),
                of("throttle without its rule", "you throttled drill to 60/min", plant -> {
                    supplied(plant).pipe("drill", it -> it.throttle = SIXTY);
                    return plant.target("drill");
                }),
                of("not reading", "drill has not read for 42 s: 3 units wait for it", plant -> {
                    supplied(plant).pipe("drill", it -> {
                        it.ready = false;
                        it.due = 3;
                    });
                    return plant.target("drill");
                }));
    }

    static Stream<Arguments> tanks() {
        return Stream.of(
                of("full, nobody consumes", "iron is full: nobody consumes it", plant -> {
                    plant.tank("iron", 100, 0).full("iron");
                    return iron();
                }),
                of("full, the only consumer paused", "iron is full: you paused its only consumer drill", plant -> {
                    supplied(plant).full("iron").pipe("drill", it -> it.throttle = Pace.PAUSED);
                    return plant.target("drill");
                }),
                of("full, one throttled", "iron is full: you throttled drill to 60/min", plant -> {
                    supplied(plant).full("iron").consumer("saw", "iron", 60).pipe("drill", it -> it.throttle = SIXTY);
                    return plant.target("drill");
                }),
                of("full, one does not read", "iron is full: drill has not read for 42 s", plant -> {
                    supplied(plant).full("iron").consumer("saw", "iron", 60).pipe("drill", it -> {
                        it.ready = false;
                        it.due = 3;
                    });
                    return plant.target("drill");
                }),
                of("full, consumer has enough", "iron is full: its only consumer drill has all it can take", plant -> {
                    supplied(plant).full("iron").pipe("drill", it -> it.buffered = 1_000);
                    return plant.target("drill");
                }),
                of("full, consumers have enough", "iron is full: its 2 consumers have all they can take", plant -> {
                    supplied(plant)
                            .full("iron")
                            .pipe("drill", it -> it.buffered = 1_000)
                            .consumer("saw", "iron", 60)
                            .pipe("saw", it -> it.buffered = 1_000);
                    return iron();
                }),
                of("no producer", "nobody offers or produces iron", plant -> {
                    plant.tank("iron", 100, 50).consumer("drill", "iron", 120);
                    return iron();
                }),
                of(
                        "no producer, port closed",
                        "nobody produces iron: the broker is not listening (start it in the toolbar)",
                        plant -> {
                            plant.tank("iron", 100, 50)
                                    .consumer("drill", "iron", 120)
                                    .stop();
                            return iron();
                        }),
                of(
                        "full, port closed",
                        "iron is full: the broker is not listening (start it in the toolbar)",
                        plant -> {
                            plant.tank("iron", 100, 0).full("iron").stop();
                            return iron();
                        }),
                of(
                        "empty, port closed",
                        "iron is empty: the broker is not listening (start it in the toolbar)",
                        plant -> {
                            plant.tank("iron", 100, 0).empty("iron").stop();
                            return iron();
                        }),
                of(
                        "kept away and port closed",
                        "nobody produces iron: the broker is not listening (start it in the toolbar)",
                        plant -> {
                            plant.tank("iron", 100, 50)
                                    .consumer("drill", "iron", 120)
                                    .stop();
                            plant.rule(new OperatorRule.Blocked(production("mine"), "repair", null));
                            return iron();
                        }),
                of("no producer, kept away", "nobody produces iron: you blocked mine: repair", plant -> {
                    plant.tank("iron", 100, 50).consumer("drill", "iron", 120);
                    plant.rule(new OperatorRule.Blocked(production("mine"), "repair", null));
                    return production("mine");
                }),
                of(
                        "producer too slow",
                        "iron is empty: its only producer mine makes 60/min, and 120/min is wanted",
                        plant -> {
                            starved(plant).production("mine", "iron");
                            flow(plant, "mine", "drill", 1);
                            return plant.target("mine");
                        }),
                of("producers too slow", "iron is empty: its 2 producers make 60/min, and 120/min is wanted", plant -> {
                    starved(plant).production("mine", "iron").offer("pit", "iron");
                    flow(plant, "mine", "drill", 1);
                    return iron();
                }));
    }

    static Stream<Arguments> producers() {
        return Stream.of(
                of("unanswered", "mine has not answered a request for iron for 42 s", plant -> {
                    supplied(plant).end("mine").offer("mine", "iron").pipe("mine", it -> it.unanswered = plant.now);
                    return plant.target("mine");
                }),
                of("silent", "mine was asked for iron and has sent nothing for 42 s", plant -> {
                    supplied(plant);
                    return plant.target("mine");
                }),
                of("blocked", "you blocked mine: repair", plant -> {
                    supplied(plant).end("mine").offer("mine", "iron").pipe("mine", it -> it.blocked = true);
                    plant.rule(new OperatorRule.Blocked(production("mine"), "repair", null));
                    return production("mine");
                }),
                of("idle before a full tank", "iron is full: its only consumer drill takes 0/min", plant -> {
                    supplied(plant).full("iron").end("mine").offer("mine", "iron");
                    return plant.target("drill");
                }),
                of("stopped by a full tank", "iron is full: its only consumer drill takes 0/min", plant -> {
                    supplied(plant).full("iron");
                    return plant.target("drill");
                }),
                of("throttled", "you throttled mine to 60/min", plant -> {
                    supplied(plant).pipe("mine", it -> it.held = true);
                    throttle(plant, "mine", production("mine"), SIXTY);
                    return production("mine");
                }));
    }

    @ParameterizedTest
    @MethodSource("starving")
    void starvingConsumerNamesWhomItWaitsFor(String sentence, Situation situation) {
        check(sentence, situation, plant -> plant.stream("drill").why());
    }

    @ParameterizedTest
    @MethodSource("consumers")
    void heldConsumerNamesWhatHoldsIt(String sentence, Situation situation) {
        check(sentence, situation, plant -> plant.stream("drill").why());
    }

    @ParameterizedTest
    @MethodSource("producers")
    void producerThatDoesNotProduceNamesWhy(String sentence, Situation situation) {
        check(sentence, situation, plant -> plant.stream("mine").why());
    }

    @ParameterizedTest
    @MethodSource("tanks")
    void tankInTroubleNamesTheFirstCause(String sentence, Situation situation) {
        check(sentence, situation, plant -> plant.resource("iron").why());
    }

    @Test
    void whatIsHealthyNeedsNoCause() {
        Plant plant = new Plant();
        supplied(plant);
        flow(plant, "mine", "drill", 2);
        assertThat(plant.stream("drill").why()).isNull();
        assertThat(plant.stream("mine").why()).isNull();
        assertThat(plant.resource("iron").why()).isNull();
    }

    private static Plant supplied(Plant plant) {
        return plant.tank("iron", 100, 50).production("mine", "iron").consumer("drill", "iron", 120);
    }

    private static void check(String sentence, Situation situation, Function<Plant, @Nullable Cause> why) {
        Plant plant = new Plant();
        long began = plant.now;
        Target culprit = situation.apply(plant);
        plant.look();
        plant.pass((began + 42 * Plant.SECOND + Plant.SECOND / 10 - plant.now) / (double) Plant.SECOND);
        assertThat(why.apply(plant)).isEqualTo(new Cause(sentence, culprit));
    }

    private static Arguments of(String name, String sentence, Situation situation) {
        return argumentSet(name, sentence, situation);
    }
}
