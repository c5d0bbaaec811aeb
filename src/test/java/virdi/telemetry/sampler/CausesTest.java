package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.telemetry.Cause;
import virdi.ui.sign.CauseText;

/** A {@link Situation}, looked at 42 s after it began; the culprit of its first cause, and the sentence that people read. */
class CausesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
    starved                                                                          | iron            | drill starves: iron is empty; nobody offers or produces it
    starved; port-closed                                                             | iron            | drill starves: iron is empty; the broker is not listening (start it in the toolbar)
    starved; offer smelter; unanswered smelter                                       | stream smelter  | drill starves: iron is empty; its only producer smelter has not answered a request for 42 s
    starved; offer young; unanswered young; offer old; unanswered old 30             | stream old      | drill starves: iron is empty; 2 producers have not answered a request, old for 1 min
    starved; offer smelter; unanswered smelter; production mine; hold mine 0; rule 0 production mine | stream smelter | drill starves: iron is empty; smelter has not answered a request for 42 s, and you paused mine
    starved; production mine; hold mine 0; rule 0 production mine                    | production mine | drill starves: iron is empty; you paused its only producer mine
    starved; production mine; production pit; hold mine 0; hold pit 0; rule 0 inflow | inflow          | drill starves: iron is empty; you paused the inflow of iron
    starved; production mine; hold mine 0; rule 0 client mine                        | client mine     | drill starves: iron is empty; you paused client mine
    starved; production mine; production pit; hold mine 0; rule 0 production mine; hold pit 0; rule 0 production pit | production mine | drill starves: iron is empty; you paused 2 producers
    starved; production mine; hold mine 60; rule 60 production mine                  | production mine | drill starves: iron is empty; you throttled its only producer mine to 60/min
    starved; offer mine; blocked mine; repair production mine                        | production mine | drill starves: iron is empty; you blocked its only producer mine: repair
    starved; repair production mine                                                  | production mine | drill starves: iron is empty; you blocked mine: repair
    starved; block iron                                                              | iron            | drill starves: iron is empty; you blocked iron
    starved; production mine                                                         | stream mine     | drill starves: iron is empty; its only producer mine has sent nothing for 42 s
    starved; offer mine                                                              | stream mine     | drill starves: iron is empty; its only producer mine was asked just now
    starved; free 12                                                                 | iron            | drill starves: its share of the 12 units of iron has not come yet
    starved; due 12                                                                  | iron            | drill starves: iron is empty; nobody offers or produces it
    """)
    void starvingConsumerNamesWhomItWaitsFor(String situation, String culprit, String sentence) {
        Plant plant = planted(situation);
        check(plant, plant.stream("drill").why(), culprit, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
    supplied; hold drill 0; rule 0 consumption drill                    | consumption drill | you paused drill
    supplied; hold drill 60; rule 60 consumption drill                  | consumption drill | you throttled drill to 60/min
    supplied; hold drill 60; rule-for-222-s 60 consumption drill        | consumption drill | you throttled drill to 60/min; it lifts in 3 min
    supplied; hold drill 60; rule 60 outflow                            | outflow           | you throttled the outflow of iron to 60/min
    supplied; rule 90 outflow; hold drill 60; rule 60 consumption drill | consumption drill | you throttled drill to 60/min
    supplied; hold drill 60                                             | stream drill      | you throttled drill to 60/min
    supplied; unread drill 3                                            | stream drill      | drill has not read for 42 s: 3 units wait for it
    supplied; unread drill 1                                            | stream drill      | drill has not read for 42 s: 1 unit waits for it
    """)
    void heldConsumerNamesWhatHoldsIt(String situation, String culprit, String sentence) {
        Plant plant = planted(situation);
        check(plant, plant.stream("drill").why(), culprit, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
    supplied; end mine; offer mine; unanswered mine                        | stream mine     | mine has not answered a request for iron for 42 s
    supplied                                                               | stream mine     | mine was asked for iron and has sent nothing for 42 s
    supplied; end mine; offer mine; blocked mine; repair production mine   | production mine | you blocked mine: repair
    supplied; full; end mine; offer mine                                   | stream drill    | iron is full: its only consumer drill takes 0/min
    supplied; full                                                         | stream drill    | iron is full: its only consumer drill takes 0/min
    supplied; hold mine 60; rule 60 production mine                        | production mine | you throttled mine to 60/min
    """)
    void producerThatDoesNotProduceNamesWhy(String situation, String culprit, String sentence) {
        Plant plant = planted(situation);
        check(plant, plant.stream("mine").why(), culprit, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
    tank 0; full                                                         | iron            | iron is full: nobody consumes it
    supplied; full; hold drill 0                                         | stream drill    | iron is full: you paused its only consumer drill
    supplied; full; consumer saw 60; hold drill 60                       | stream drill    | iron is full: you throttled drill to 60/min
    supplied; full; consumer saw 60; unread drill 3                      | stream drill    | iron is full: drill has not read for 42 s
    supplied; full; consumer saw 60; unread drill 3; unread saw 1        | stream drill    | iron is full: 2 consumers do not read, drill for 42 s
    supplied; full; consumer saw 60; unread drill 3; hold saw 0          | stream drill    | iron is full: drill has not read for 42 s, and you paused saw
    supplied; full; buffered drill 1000                                  | stream drill    | iron is full: its only consumer drill has all it can take
    supplied; full; buffered drill 1000; consumer saw 60; buffered saw 1000 | iron         | iron is full: its 2 consumers have all they can take
    tank 50; consumer drill 120                                          | iron            | nobody offers or produces iron
    tank 50; consumer drill 120; port-closed                             | iron            | nobody produces iron: the broker is not listening (start it in the toolbar)
    tank 0; full; port-closed                                            | iron            | iron is full: the broker is not listening (start it in the toolbar)
    tank 0; empty; port-closed                                           | iron            | iron is empty: the broker is not listening (start it in the toolbar)
    tank 50; consumer drill 120; port-closed; repair production mine     | iron            | nobody produces iron: the broker is not listening (start it in the toolbar)
    tank 50; consumer drill 120; repair production mine                  | production mine | nobody produces iron: you blocked mine: repair
    starved; production mine; flow mine drill 1                          | stream mine     | iron is empty: its only producer mine makes 60/min, and 120/min is wanted
    starved; production mine; offer pit; flow mine drill 1               | iron            | iron is empty: its 2 producers make 60/min, and 120/min is wanted
    """)
    void tankInTroubleNamesTheFirstCause(String situation, String culprit, String sentence) {
        Plant plant = planted(situation);
        check(plant, plant.resource("iron").why(), culprit, sentence);
    }

    @Test
    void healthyStreamsAndTanksNeedNoCause() {
        Plant plant = planted("supplied; flow mine drill 2");
        assertThat(plant.stream("drill").why()).isNull();
        assertThat(plant.stream("mine").why()).isNull();
        assertThat(plant.resource("iron").why()).isNull();
    }

    @Test
    void causesChangeAtOnceWithThePort() {
        Plant plant = new Plant();
        plant.tank("iron", 100, 0).empty("iron").pass(3);
        checkIron(plant, "iron is empty: nobody offers or produces it");
        plant.stop().look();
        checkIron(plant, "iron is empty: the broker is not listening (start it in the toolbar)");
        plant.start().look();
        checkIron(plant, "iron is empty: nobody offers or produces it");
    }

    private static void checkIron(Plant plant, String sentence) {
        check(plant, plant.resource("iron").why(), "iron", sentence);
    }

    private static Plant planted(String situation) {
        Plant plant = new Plant();
        long began = plant.now;
        Situation.plant(plant, situation);
        plant.look();
        plant.pass((began + 42 * Plant.SECOND + Plant.SECOND / 10 - plant.now) / (double) Plant.SECOND);
        return plant;
    }

    private static void check(Plant plant, @Nullable Cause why, String culprit, String sentence) {
        Cause cause = Objects.requireNonNull(why);
        assertThat(CauseText.of(cause)).isEqualTo(sentence);
        assertThat(cause.culprit()).isEqualTo(Situation.target(plant, culprit));
    }
}
