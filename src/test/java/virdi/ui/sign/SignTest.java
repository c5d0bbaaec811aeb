package virdi.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.telemetry.FlowState;
import virdi.telemetry.Severity;
import virdi.telemetry.TankState;

class SignTest {
    @ParameterizedTest
    @EnumSource(FlowState.class)
    void theColourOfAStreamTellsItsSeverity(FlowState flow) {
        assertThat(Sign.of(flow).tone()).isEqualTo(Tone.of(flow.severity()));
    }

    @Test
    void troubleAndGoodDifferInShapeForEyesThatSeeNoColour() {
        var good = Stream.of(FlowState.values()).filter(it -> it.severity() == Severity.GOOD);
        assertThat(good.map(it -> Sign.of(it).shape()))
                .isNotEmpty()
                .doesNotContain(
                        Sign.of(FlowState.STARVING).shape(),
                        Sign.of(FlowState.NOT_READING).shape());
        assertThat(Sign.of(TankState.EMPTY).shape())
                .isNotEqualTo(Sign.of(TankState.FULL).shape());
        assertThat(Sign.of(TankState.FULL).shape())
                .isNotEqualTo(Sign.of(TankState.STEADY).shape());
    }

    @Test
    void aNodeHasOneToneAtATime() {
        var node = new Pane();
        node.getStyleClass().add("mine");
        Tone.GOOD.dress(node);
        Tone.TROUBLE.dress(node);
        Tone.TROUBLE.dress(node);

        assertThat(node.getStyleClass()).containsExactly("mine", "tone-trouble");
    }
}
