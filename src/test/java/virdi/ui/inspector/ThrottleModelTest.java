package virdi.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.Picks;
import virdi.ui.SampleWorld;

class ThrottleModelTest {
    private static final long TENTH = 100_000_000L;

    private final List<OperatorCommand> sent = new ArrayList<>();
    private final Target valve = new Target.Client(new ClientId("factory-a"));
    private final ThrottleModel model = new ThrottleModel(valve, "Throttle", sent::add);
    private Frame frame = SampleWorld.factory().latest();

    @BeforeEach
    void unthrottled() {
        show(null);
    }

    @Test
    void withoutAThrottleTheSliderIsOpenAndTheNumberBlank() {
        assertThat(model.positionProperty().get()).isEqualTo(1);
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.wordsProperty().get()).isEqualTo("none");
        assertThat(model.inForceProperty().get()).isFalse();
    }

    @Test
    void aThrottleInForceMovesTheSliderAndWritesItsNumber() {
        show(new Pace(60));
        assertThat(model.textProperty().get()).isEqualTo("60");
        assertThat(model.positionProperty().get()).isCloseTo(Math.log(61) / Math.log(601), within(1e-9));
        assertThat(model.wordsProperty().get()).isEqualTo("60/min");
    }

    @Test
    void slidingWritesTheNumberAndSendsOnlyWhenLetGo() {
        model.slide(0.5);
        model.slide(0.6);
        assertThat(sent).isEmpty();
        assertThat(model.textProperty().get()).isEqualTo("45");
        model.release();
        assertThat(sent).containsExactly(new OperatorCommand.Throttle(valve, new Pace(45), null));
    }

    @Test
    void framesDoNotMoveASliderThatIsHeld() {
        model.slide(0.5);
        show(new Pace(300));
        assertThat(model.positionProperty().get()).isEqualTo(0.5);
    }

    @Test
    void theWordsTellOnlyWhatAFrameShows() {
        model.slide(0.6);
        model.release();
        assertThat(model.wordsProperty().get()).isEqualTo("none · changing…");
        show(null);
        assertThat(model.textProperty().get()).isEqualTo("45");
        show(new Pace(45));
        assertThat(model.wordsProperty().get()).isEqualTo("45/min");
    }

    @Test
    void aWishThatNoFrameFulfilsIsGivenUp() {
        model.slide(0.6);
        model.release();
        for (int i = 0; i < 25; i++) {
            show(null);
        }
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.positionProperty().get()).isEqualTo(1);
        assertThat(model.wordsProperty().get()).isEqualTo("none");
    }

    @Test
    void aHalfTypedNumberStaysWhileFramesArrive() {
        show(new Pace(60));
        model.type("12");
        show(new Pace(60));
        assertThat(model.textProperty().get()).isEqualTo("12");
        assertThat(sent).isEmpty();
        model.commit();
        assertThat(sent).containsExactly(new OperatorCommand.Throttle(valve, new Pace(12), null));
    }

    @Test
    void aWrongNumberIsToldAndNotSent() {
        model.type("fast");
        assertThat(model.problemProperty().get())
                .startsWith("Expected a whole number")
                .contains("fast");
        model.commit();
        assertThat(sent).isEmpty();
        model.type("30");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void droppingWhatWasTypedBringsTheNumberInForceBack() {
        show(new Pace(60));
        model.type("x");
        model.cancel();
        assertThat(model.textProperty().get()).isEqualTo("60");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void aBlankNumberLiftsTheThrottle() {
        show(new Pace(60));
        model.type("");
        model.commit();
        assertThat(sent).containsExactly(new OperatorCommand.Unthrottle(valve));
    }

    @Test
    void thereIsNothingToLiftWithoutAThrottle() {
        model.lift();
        assertThat(sent).isEmpty();
    }

    @Test
    void theScaleStaysWhileARateWobbles() {
        show(new Pace(60));
        double before = model.positionProperty().get();
        model.show(rule(new Pace(60)), 400, frame);
        assertThat(model.positionProperty().get()).isEqualTo(before);
    }

    @Test
    void aPaceBeyondTheScaleWidensIt() {
        model.type("6000");
        model.commit();
        assertThat(model.positionProperty().get()).isEqualTo(1);
        model.slide(0.99);
        assertThat(model.textProperty().get()).isEqualTo("5500");
    }

    @Test
    void aThrottleThatHidesWhatCouldFlowLeavesRoomToRaiseIt() {
        var fresh = new ThrottleModel(valve, "Throttle", sent::add);
        fresh.show(rule(new Pace(10)), 10, frame);
        fresh.slide(1);
        assertThat(fresh.textProperty().get()).isEqualTo("40");
    }

    private void show(@Nullable Pace pace) {
        frame = Picks.later(frame, TENTH);
        model.show(pace == null ? null : rule(pace), 600, frame);
    }

    private OperatorRule.Throttled rule(Pace pace) {
        return new OperatorRule.Throttled(valve, pace, null);
    }
}
