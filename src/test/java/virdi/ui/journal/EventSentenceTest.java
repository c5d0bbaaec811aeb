package virdi.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.model.BrokerEvent;
import virdi.model.BrokerEvent.Kind;
import virdi.model.CloseStatus.Code;
import virdi.model.StreamKind;

class EventSentenceTest {
    @Test
    void openings() {
        assertThat(opened(StreamKind.OFFER, null)).isEqualTo("mine-4 offers coal");
        assertThat(opened(StreamKind.PRODUCTION, null)).isEqualTo("mine-4 began to produce coal");
        assertThat(opened(StreamKind.CONSUMER, "furnace-1")).isEqualTo("furnace-1 of mine-4 began to consume coal");
    }

    @Test
    void aFullTankThatStopsAProducer() {
        assertThat(ended(StreamKind.PRODUCTION, null, 12_400, Code.RESOURCE_EXHAUSTED, "coal is full"))
                .isEqualTo("mine-4 stopped: coal is full (RESOURCE_EXHAUSTED, 12,400 accepted)");
    }

    @Test
    void orderlyEnds() {
        assertThat(ended(StreamKind.PRODUCTION, null, 5, Code.OK, ""))
                .isEqualTo("mine-4 finished with coal (OK, 5 accepted)");
        assertThat(ended(StreamKind.OFFER, null, 0, Code.OK, "")).isEqualTo("mine-4 withdrew its offer of coal (OK)");
        assertThat(ended(StreamKind.CONSUMER, "furnace-1", 7, Code.OK, ""))
                .isEqualTo("furnace-1 of mine-4 finished with coal (OK, 7 delivered)");
    }

    @Test
    void endsByTheOperatorTellTheReason() {
        assertThat(ended(StreamKind.CONSUMER, "furnace-1", 360, Code.ABORTED, "enough"))
                .isEqualTo("mine-4's consumer furnace-1 of coal ended: enough (ABORTED, 360 delivered)");
    }

    @Test
    void vanishedClients() {
        assertThat(ended(StreamKind.PRODUCTION, null, 1, Code.CANCELLED, "the client cancelled or vanished"))
                .isEqualTo(
                        "mine-4's production of coal ended: the client cancelled or vanished (CANCELLED, 1 accepted)");
    }

    @Test
    void refusals() {
        assertThat(EventSentence.of(Events.stream(
                        1,
                        Kind.REFUSED,
                        StreamKind.CONSUMER,
                        "factory-b",
                        "iron",
                        "forge-1",
                        0,
                        Code.ALREADY_EXISTS,
                        "consumer forge-1 is open already")))
                .isEqualTo("factory-b's consumer forge-1 of iron was refused: consumer forge-1 is open already"
                        + " (ALREADY_EXISTS)");
    }

    @Test
    void crowds() {
        assertThat(EventSentence.of(Events.stream(
                        1, Kind.CROWDED, null, "mine-4", null, null, 800, null, "800 of 1000 streams are open")))
                .isEqualTo("mine-4 comes near a limit: 800 of 1000 streams are open");
    }

    @Test
    void requestsAndTanks() {
        assertThat(EventSentence.of(Events.stream(
                        1, Kind.REQUESTED, StreamKind.OFFER, "smelter-1", "iron", null, 0, null, "1st time")))
                .isEqualTo("smelter-1 was asked for iron; 1st time");
        assertThat(tank(Kind.TANK_FULL, "")).isEqualTo("iron is full");
        assertThat(tank(Kind.TANK_EMPTY, "3 consumers wait")).isEqualTo("iron is empty; 3 consumers wait");
        assertThat(tank(Kind.DEMAND_RETURNED, "")).isEqualTo("iron has room again and is wanted");
        assertThat(tank(Kind.RESOURCE_CREATED, "")).isEqualTo("iron was seen for the first time");
    }

    @Test
    void operatorsAndTheirRules() {
        assertThat(tank(Kind.OPERATOR, "furnace-1 paused")).isEqualTo("operator: furnace-1 paused");
        assertThat(tank(Kind.RULE_LIFTED, "furnace-1 throttled to 60/min"))
                .isEqualTo("lifted by itself: furnace-1 throttled to 60/min");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasASentenceEvenWhenNothingElseIsKnown(Kind kind) {
        BrokerEvent bare = new BrokerEvent(1, 0, kind, null, null, null, null, null, 0, null, "");
        assertThat(EventSentence.of(bare)).isNotBlank().doesNotContain("null");
        assertThat(EventRow.of(bare).sign()).isNotNull();
    }

    private static String tank(Kind kind, String detail) {
        return EventSentence.of(Events.tank(1, kind, "iron", detail));
    }

    private static String opened(StreamKind kind, @Nullable String consumer) {
        return EventSentence.of(Events.stream(1, Kind.OPENED, kind, "mine-4", "coal", consumer, 0, null, ""));
    }

    private static String ended(StreamKind kind, @Nullable String consumer, long units, Code code, String detail) {
        return EventSentence.of(Events.stream(1, Kind.ENDED, kind, "mine-4", "coal", consumer, units, code, detail));
    }
}
