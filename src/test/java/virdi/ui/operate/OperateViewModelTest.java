package virdi.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.ui.Picks.consumer;
import static virdi.ui.Picks.resource;
import static virdi.ui.Picks.without;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.RecordingDesk;
import virdi.ui.SampleWorld;
import virdi.ui.sign.Act;

class OperateViewModelTest {
    private final RecordingDesk desk = new RecordingDesk();
    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    private final OperateViewModel vm = new OperateViewModel(desk, handedOver::add);
    private final Frame frame = SampleWorld.factory().latest();
    private final Target furnace = consumer(frame, "furnace-1");
    private final Target forge = consumer(frame, "forge-1");
    private final OperatorCommand inject = new OperatorCommand.Inject(new ResourceId("iron"), 5);
    private final OperatorCommand purge = new OperatorCommand.Purge(new ResourceId("iron"), 5);

    @BeforeEach
    void show() {
        vm.show(frame);
    }

    @Test
    void anAnswerIsHandedOverBeforeItIsShown() {
        vm.submit(inject);
        assertThat(vm.waitingProperty().get()).isEqualTo(1);
        Outcome done = new Outcome.Done("5 units injected into iron", purge);
        desk.answer(done);
        assertThat(vm.lastOutcomeProperty().get()).isNull();
        handOver();
        assertThat(vm.lastOutcomeProperty().get()).isEqualTo(done);
        assertThat(vm.waitingProperty().get()).isZero();
    }

    @Test
    void aFailureOfTheBrokerReadsAsARefusal() {
        vm.submit(inject);
        desk.fail(new IllegalStateException("broken"));
        handOver();
        assertThat(vm.lastOutcomeProperty().get())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, it -> assertThat(it.reason()).contains("broken"));
    }

    @Test
    void aDisconnectedStreamIsClosingUntilAFrameNoLongerShowsIt() {
        vm.submit(new OperatorCommand.Disconnect(furnace, "enough"));
        assertThat(closing()).containsExactly(furnace);
        desk.answer(new Outcome.Done("disconnected", null));
        handOver();
        vm.show(frame);
        assertThat(closing()).containsExactly(furnace);
        vm.show(without(frame, furnace));
        assertThat(closing()).isEmpty();
    }

    @Test
    void aRefusedDisconnectIsNotClosing() {
        vm.submit(new OperatorCommand.Disconnect(furnace, "enough"));
        desk.answer(new Outcome.Refused("no such stream"));
        handOver();
        assertThat(closing()).isEmpty();
    }

    @Test
    void severalThingsGetACommandEach() {
        vm.submit(Act.PAUSE, new LinkedHashSet<>(List.of(furnace, forge)));
        assertThat(desk.commands())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                OperatorCommand.Throttle.class,
                                throttle -> assertThat(throttle.pace()).isEqualTo(Pace.PAUSED)));
    }

    @Test
    void severalAnswersAreToldInOneSentence() {
        vm.submit(List.of(inject, inject, inject));
        desk.answer(new Outcome.Done("5 units injected into iron", purge));
        desk.answer(new Outcome.Done("5 units injected into iron", purge));
        handOver();
        assertThat(vm.lastOutcomeProperty().get()).isNull();
        desk.answer(new Outcome.Done("5 units injected into iron", purge));
        handOver();
        assertThat(vm.lastOutcomeProperty().get())
                .isEqualTo(new Outcome.Done("5 units injected into iron, and 2 more", purge));
    }

    @Test
    void aRefusalAmongSeveralIsToldWithItsReason() {
        vm.submit(List.of(inject, inject));
        desk.answer(new Outcome.Done("5 units injected into iron", purge));
        desk.answer(new Outcome.Refused("iron would hold too much"));
        handOver();
        assertThat(vm.lastOutcomeProperty().get())
                .isEqualTo(new Outcome.Refused("1 of 2 refused: iron would hold too much"));
    }

    @Test
    void oneUndoTakesBackAllThatWasDoneTogether() {
        vm.submit(List.of(inject, inject));
        desk.answer(new Outcome.Done("injected", purge));
        desk.answer(new Outcome.Done("injected", purge));
        handOver();
        assertThat(vm.undoWords()).contains("the last act and 1 more");
        vm.undo();
        assertThat(desk.undone()).isEqualTo(2);
    }

    @Test
    void whatCannotBeUndoneIsNotCounted() {
        vm.submit(List.of(inject, inject));
        desk.answer(new Outcome.Done("injected", purge));
        desk.answer(new Outcome.Refused("no"));
        handOver();
        vm.undo();
        assertThat(desk.undone()).isEqualTo(1);
    }

    @Test
    void anActThatDoesNotFitSendsNothing() {
        vm.submit(Act.RESUME, Set.of(resource("copper")));
        vm.submit(Act.REQUEST_NOW, Set.of(furnace));
        assertThat(desk.commands()).isEmpty();
        assertThat(vm.waitingProperty().get()).isZero();
    }

    private List<Target> closing() {
        return vm.closingProperty().get().stream()
                .map(it -> (Target) new Target.OneStream(it))
                .toList();
    }

    private void handOver() {
        while (!handedOver.isEmpty()) {
            handedOver.remove().run();
        }
    }
}
