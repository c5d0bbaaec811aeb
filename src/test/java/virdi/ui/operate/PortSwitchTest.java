package virdi.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.telemetry.Frame;
import virdi.ui.RecordingDesk;
import virdi.ui.SampleWorld;
import virdi.ui.operate.PortSwitch.State;

class PortSwitchTest {
    private final RecordingDesk desk = new RecordingDesk();
    private final OperateViewModel operating = new OperateViewModel(desk, Runnable::run);
    private final PortSwitch port = new PortSwitch(operating);
    private final Frame frame = SampleWorld.factory().latest();

    @BeforeEach
    void show() {
        operating.show(frame);
    }

    @Test
    void whatWasAskedForIsNotSoUntilAFrameShowsIt() {
        port.toggle();
        assertThat(desk.commands()).containsExactly(new OperatorCommand.Listen(false));
        assertThat(port.state()).isEqualTo(State.STOPPING);
        desk.answer(new Outcome.Done("stopped listening", new OperatorCommand.Listen(true)));
        assertThat(port.state()).isEqualTo(State.STOPPING);
        port.show(false);
        assertThat(port.state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aStoppedPortIsStarted() {
        port.show(false);
        port.toggle();
        assertThat(desk.commands()).containsExactly(new OperatorCommand.Listen(true));
        assertThat(port.state()).isEqualTo(State.STARTING);
        port.show(true);
        assertThat(port.state()).isEqualTo(State.LISTENING);
    }

    @Test
    void aRefusalLeavesItAsItWas() {
        port.show(false);
        port.toggle();
        desk.answer(new Outcome.Refused("port 50051 is taken"));
        assertThat(port.state()).isEqualTo(State.STOPPED);
    }

    @Test
    void whatIsOnItsWayCanBeTurnedRound() {
        port.show(false);
        port.toggle();
        port.toggle();
        assertThat(desk.commands())
                .containsExactly(new OperatorCommand.Listen(true), new OperatorCommand.Listen(false));
        assertThat(port.state()).isEqualTo(State.STOPPING);
    }

    @Test
    void whatTheAuditTrailTakesBackIsSeenInTheFrames() {
        port.show(false);
        operating.undo();
        assertThat(port.state()).isEqualTo(State.STOPPED);
        port.show(true);
        assertThat(port.state()).isEqualTo(State.LISTENING);
    }

    @Test
    void whileStoppingEveryStreamIsCalledClosing() {
        port.toggle();
        assertThat(operating.closingProperty().get()).hasSize(frame.streams().size());
    }
}
