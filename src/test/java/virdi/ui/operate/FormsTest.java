package virdi.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.ui.sign.Act;

class FormsTest {
    private final ResourceId iron = new ResourceId("iron");
    private final List<Target> two =
            List.of(new Target.Client(new ClientId("a")), new Target.Client(new ClientId("b")));

    @Test
    void aThrottleGoesToEachValve() {
        assertThat(Forms.throttle(two, "60", "5 min").value())
                .containsExactly(
                        new OperatorCommand.Throttle(two.get(0), new Pace(60), Duration.ofMinutes(5)),
                        new OperatorCommand.Throttle(two.get(1), new Pace(60), Duration.ofMinutes(5)));
    }

    @Test
    void aThrottleWithoutATimeStays() {
        assertThat(Forms.throttle(two.subList(0, 1), "0", "").value())
                .containsExactly(new OperatorCommand.Throttle(two.getFirst(), Pace.PAUSED, null));
    }

    @Test
    void aWrongPaceIsToldBeforeAWrongTime() {
        assertThat(Forms.throttle(two, "fast", "soon").problem())
                .contains("whole number")
                .contains("fast");
        assertThat(Forms.throttle(two, "60", "soon").problem())
                .contains("a time such as")
                .contains("soon");
    }

    @Test
    void aDisconnectNeedsAReasonBecauseTheClientIsToldIt() {
        assertThat(Forms.disconnect(two, " ").problem()).isEqualTo("Expected a reason; it is what the client is told");
        assertThat(Forms.disconnect(two.subList(0, 1), "enough").value())
                .containsExactly(new OperatorCommand.Disconnect(two.getFirst(), "enough"));
    }

    @Test
    void aBlockHoldsUntilLiftedOrForATime() {
        assertThat(Forms.block(two.subList(0, 1), "why", "").value())
                .containsExactly(new OperatorCommand.Block(two.getFirst(), "why", null));
        assertThat(Forms.block(two.subList(0, 1), "why", "1 h").value())
                .containsExactly(new OperatorCommand.Block(two.getFirst(), "why", Duration.ofHours(1)));
        assertThat(Forms.block(two, "", "1 h").problem()).contains("a reason");
        assertThat(Forms.block(two, "why", "x").problem()).contains("a time");
    }

    @Test
    void unitsAreAtLeastOne() {
        assertThat(Forms.units(Act.SET_CAPACITY, List.of(iron), "1,000").value())
                .containsExactly(new OperatorCommand.SetCapacity(iron, 1_000));
        assertThat(Forms.units(Act.INJECT, List.of(iron), "5").value())
                .containsExactly(new OperatorCommand.Inject(iron, 5));
        assertThat(Forms.units(Act.PURGE, List.of(iron), "5").value())
                .containsExactly(new OperatorCommand.Purge(iron, 5));
        assertThat(Forms.units(Act.PURGE, List.of(iron), "0").problem()).contains("from 1 to");
    }
}
