package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.Cause;

class ClosedPortCauseTest {
    private static final Target IRON = new Target.Resource(new ResourceId("iron"));

    @Test
    void causesChangeAtOnceWithThePort() {
        Plant plant = new Plant();
        plant.tank("iron", 100, 0).empty("iron").pass(3);
        assertThat(plant.resource("iron").why())
                .isEqualTo(new Cause("iron is empty: nobody offers or produces it", IRON));
        plant.stop().look();
        assertThat(plant.resource("iron").why())
                .isEqualTo(new Cause("iron is empty: the broker is not listening (start it in the toolbar)", IRON));
        plant.start().look();
        assertThat(plant.resource("iron").why())
                .isEqualTo(new Cause("iron is empty: nobody offers or produces it", IRON));
    }
}
