package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.model.BrokerEvent;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.TimeRange;

class SeriesTest {
    private static final Target IRON = new Target.Resource(new ResourceId("iron"));
    private static final Target FACTORY = new Target.Client(new ClientId("factory"));

    private final Plant plant = new Plant().tank("iron", 10_000, 5_000);

    @Test
    void aStreamTellsItsRateBesideWhatIsPossibleAndItsTotal() {
        plant.consumer("drill", "iron", 120).watch(TimeRange.MINUTE, plant.target("drill"));
        Series drill = plant.past(flow(20));
        assertThat(drill.epochMillis()).hasSize(21);
        assertThat(drill.epochMillis()[20] - drill.epochMillis()[0]).isEqualTo(20_000);
        assertThat(drill.outPerMinute()[19]).isBetween(115.0, 125.0);
        assertThat(drill.possiblePerMinute()[19]).isEqualTo(120);
        assertThat(drill.unitsOut()[20]).isEqualTo(plant.stream("drill").units());
        assertThat(drill.unitsIn()[20]).isZero();
    }

    @Test
    void severalStreamsAreSummedUp() {
        plant.consumer("drill", "iron", 120).consumer("saw", "iron", 60);
        plant.watch(TimeRange.TEN_MINUTES, plant.target("drill"), plant.target("saw"));
        Series both = plant.past(plant.pass(20, () -> plant.deliver("drill", 1).deliver("saw", 1)));
        int last = both.size() - 1;
        long units = plant.stream("drill").units() + plant.stream("saw").units();
        assertThat(both.possiblePerMinute()[last]).isEqualTo(180);
        assertThat(both.unitsOut()[last]).isBetween(units - 70, units);
    }

    @Test
    void aTankTellsItsLevelAndBothWays() {
        plant.consumer("drill", "iron", 120).watch(TimeRange.MINUTE, IRON);
        Series iron = plant.past(flow(20));
        assertThat(iron.outPerMinute()[19]).isBetween(115.0, 125.0);
        assertThat(iron.level()[20]).isEqualTo(5_000.0 - iron.unitsOut()[20]);
        assertThat(iron.unitsIn()[20]).isEqualTo(5_000);
    }

    @Test
    void aClientsTotalsKeepWhatItsEndedStreamsMoved() {
        plant.consumer("drill", "iron", 120).consumer("saw", "iron", 60).watch(TimeRange.MINUTE, FACTORY);
        flow(5);
        long moved = plant.stream("drill").units();
        Target.OneStream drill = (Target.OneStream) plant.target("drill");
        // It moved 7 more after the last snapshot that had it.
        plant.end("drill").event(ended(drill.stream(), moved + 7));
        Series factory = plant.past(plant.pass(3));
        assertThat(factory.unitsOut()[factory.size() - 1]).isEqualTo(moved + 7);
        assertThat(factory.outPerMinute()[factory.size() - 1]).isZero();
    }

    @Test
    void aClientsTotalsCountAStreamThatCameAndWentBetweenTwoLooks() {
        plant.consumer("drill", "iron", 120).watch(TimeRange.MINUTE, FACTORY);
        flow(2);
        plant.event(ended(new StreamId(4_711), 30));
        long moved = 30 + plant.stream("drill").units();
        Series factory = plant.past(plant.pass(3));
        assertThat(factory.unitsOut()[factory.size() - 1]).isEqualTo(moved);
    }

    @ParameterizedTest
    @EnumSource(TimeRange.class)
    void whatIsOlderThanTheStreamIsLeftOut(TimeRange span) {
        plant.pass(90);
        plant.consumer("drill", "iron", 120);
        plant.pass(25);
        plant.watch(span, plant.target("drill"));
        int most = 25 / span.stepSeconds() + 2;
        assertThat(plant.past(plant.look()).size()).isBetween(1, most);
        plant.watch(span, IRON);
        assertThat(plant.past(plant.look()).size()).isGreaterThan(1);
    }

    @Test
    void thePastIsCopiedOnceASecond() {
        plant.consumer("drill", "iron", 120).watch(TimeRange.HOUR, IRON);
        Set<Object> copies = new HashSet<>();
        plant.pass(5, () -> {
            plant.deliver("drill", 1);
            copies.add(System.identityHashCode(plant.past(plant.look())));
        });
        assertThat(copies).hasSizeBetween(5, 7);
    }

    @Test
    void whatIsWatchedNoMoreIsNotCarried() {
        SeriesQuery iron = new SeriesQuery(Set.of(IRON), TimeRange.MINUTE);
        plant.watch(Set.of(iron)).pass(1);
        assertThat(plant.look().series(iron).size()).isPositive();
        assertThat(plant.watch(Set.of()).pass(0.05).series(iron)).isSameAs(Series.NONE);
    }

    @Test
    void severalPastsAreToldEachOnItsOwn() {
        plant.consumer("drill", "iron", 120).consumer("saw", "iron", 60);
        SeriesQuery drill = new SeriesQuery(Set.of(plant.target("drill")), TimeRange.MINUTE);
        SeriesQuery tank = new SeriesQuery(Set.of(IRON), TimeRange.HOUR);
        plant.watch(Set.of(drill, tank));
        Frame frame = flow(20);
        assertThat(frame.series(drill).unitsOut()[20])
                .isEqualTo(plant.stream("drill").units());
        assertThat(frame.series(tank).query()).isEqualTo(tank);
        assertThat(frame.series(tank).unitsIn()[0]).isEqualTo(5_000);
    }

    @Test
    void aPastThatStandsStillDoesNotKeepOneThatMovesFromBeingTold() {
        plant.tank("coal", 100, 50).consumer("drill", "iron", 120);
        SeriesQuery still = new SeriesQuery(Set.of(new Target.Resource(new ResourceId("coal"))), TimeRange.MINUTE);
        SeriesQuery moving = new SeriesQuery(Set.of(plant.target("drill")), TimeRange.TEN_MINUTES);
        plant.watch(Set.of(still, moving));
        flow(70);
        Frame before = plant.pass(10);
        assertThat(plant.pass(2).series(moving)).isNotSameAs(before.series(moving));
    }

    @Test
    void aStillTankIsLookedAtNoMoreOnceItsSpanIsFull() {
        plant.watch(TimeRange.MINUTE, IRON).pass(70);
        Frame before = plant.look();
        assertThat(plant.pass(10)).isSameAs(before);
    }

    private static BrokerEvent ended(StreamId stream, long units) {
        return new BrokerEvent(
                1,
                1,
                BrokerEvent.Kind.ENDED,
                stream,
                StreamKind.CONSUMER,
                new ClientId("factory"),
                new ResourceId("iron"),
                null,
                units,
                CloseStatus.Code.OK,
                "");
    }

    /** Two units a second. */
    private Frame flow(double seconds) {
        return plant.pass(seconds, look -> {
            if (look % 15 == 0) {
                plant.deliver("drill", 1);
            }
        });
    }
}
