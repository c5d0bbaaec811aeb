package virdi.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.ui.SampleWorld;
import virdi.ui.sign.Aim;
import virdi.ui.sign.Targets;

class ThrottlePreviewTest {
    private final Frame frame = SampleWorld.factory().latest();
    private final Target furnace = new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));
    private final ResourceId copper = new ResourceId("copper");

    @Test
    void aConsumerGetsLessThanItAsksFor() {
        assertThat(ThrottlePreview.of(List.of(furnace), new Pace(60), frame))
                .containsExactly("furnace-1 asks for 180/min and would get 60/min");
        assertThat(ThrottlePreview.of(List.of(furnace), Pace.PAUSED, frame))
                .containsExactly("furnace-1 asks for 180/min and would get nothing");
    }

    @Test
    void aPaceAboveWhatIsAskedForIsNotNoticed() {
        assertThat(ThrottlePreview.of(List.of(furnace), new Pace(180), frame)).isEmpty();
    }

    @Test
    void theConsumersOfAnOutflowShareIt() {
        assertThat(ThrottlePreview.of(List.of(new Target.Outflow(new ResourceId("iron"))), new Pace(30), frame))
                .containsExactly("The 3 consumers of iron ask for 210/min and would get to share 30/min");
    }

    @Test
    void withoutItsInflowATankRunsEmptyAndItsConsumersStarve() {
        assertThat(ThrottlePreview.of(List.of(new Target.Inflow(copper)), Pace.PAUSED, frame))
                .singleElement()
                .asString()
                .startsWith("copper would run empty in about ")
                .contains("more out than in")
                .endsWith("would starve");
    }

    @Test
    void aProducerThatIsNotSlowedStarvesNobody() {
        Target fast = Aim.lasting(
                Targets.streams(Set.of(new Target.Inflow(copper)), frame).getFirst());
        assertThat(ThrottlePreview.of(List.of(fast), new Pace(1_000_000), frame))
                .isEmpty();
    }

    @Test
    void theReferenceIsWhatTheLargestValveCarriesAtMost() {
        double outflow = Targets.streams(Set.of(new Target.Outflow(copper)), frame).stream()
                .filter(it -> it.kind() == StreamKind.CONSUMER)
                .mapToDouble(StreamView::possiblePerMinute)
                .sum();
        assertThat(ThrottlePreview.reference(List.of(furnace, new Target.Outflow(copper)), frame))
                .isEqualTo(outflow);
    }
}
