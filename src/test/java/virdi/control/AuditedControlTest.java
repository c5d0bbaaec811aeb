package virdi.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import virdi.engine.BrokerClock;
import virdi.engine.BrokerLoop;
import virdi.model.AuditEntry;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Outcome;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;

/** The operator's desk on a real broker. */
class AuditedControlTest {
    private static final ResourceId IRON = new ResourceId("iron");
    private static final Target CLIENT = new Target.Client(new ClientId("a"));

    private final BrokerLoop loop = new BrokerLoop(
            BrokerSettings.DEFAULT, new InitialState(Map.of(IRON, 50L), List.of()), BrokerClock.system());
    private final List<AuditEntry> trail = new ArrayList<>();
    private final AuditedControl desk = new AuditedControl(
            loop, List.of(new AuditEntry(1, "earlier", "done", true)), trail::add, () -> 42, Runnable::run);

    AuditedControlTest() {
        loop.start();
    }

    private Outcome submit(OperatorCommand command) {
        return desk.submit(command).join();
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void everyActIsAuditedWithItsOutcomeWhetherDoneOrRefused() {
        submit(new OperatorCommand.Inject(IRON, 5));
        submit(new OperatorCommand.Inject(new ResourceId("gold"), 5));
        assertThat(trail)
                .containsExactly(
                        new AuditEntry(42, "inject 5 units into iron", "5 units injected into iron", true),
                        new AuditEntry(42, "inject 5 units into gold", "refused: no resource is called gold", false));
        assertThat(desk.audit()).hasSize(3).last().extracting(AuditEntry::act).isEqualTo("earlier");
    }

    @Test
    void undoTakesBackTheLastActAndThenTheOneBefore() {
        submit(new OperatorCommand.Throttle(CLIENT, new Pace(5), null));
        submit(new OperatorCommand.Inject(IRON, 5));
        assertThat(desk.undoable()).contains("5 units injected into iron");
        assertThat(desk.undo().join()).isInstanceOf(Outcome.Done.class);
        assertThat(desk.undo().join()).isInstanceOf(Outcome.Done.class);
        assertThat(desk.undoable()).isEmpty();
        assertThat(desk.undo().join()).isEqualTo(new Outcome.Refused("there is nothing to undo"));
        loop.close();
        assertThat(loop.snapshot().rules()).isEmpty();
        assertThat(loop.snapshot().resources().getFirst().ledger().level()).isEqualTo(50);
    }

    @Test
    void whatWasTakenBackByHandIsNotTakenBackAgain() {
        submit(new OperatorCommand.Inject(IRON, 5));
        submit(new OperatorCommand.Listen(false));
        submit(new OperatorCommand.Listen(true));
        submit(new OperatorCommand.Listen(false));
        submit(new OperatorCommand.Inject(IRON, 6));
        submit(new OperatorCommand.Listen(true));
        assertThat(desk.undoable()).contains("6 units injected into iron");
        assertThat(desk.undo().join()).isInstanceOf(Outcome.Done.class);
        assertThat(desk.undoable()).contains("5 units injected into iron");
        assertThat(desk.undo().join()).isInstanceOf(Outcome.Done.class);
        assertThat(desk.undoable()).isEmpty();
    }

    @Test
    void whatWasTakenBackByHandAndCanBeUndoneIsTakenBackStepByStep() {
        submit(new OperatorCommand.Inject(IRON, 5));
        submit(new OperatorCommand.Purge(IRON, 5));
        assertThat(desk.undo().join()).isInstanceOf(Outcome.Done.class);
        assertThat(desk.undo().join()).isInstanceOf(Outcome.Done.class);
        loop.close();
        assertThat(loop.snapshot().resources().getFirst().ledger().level()).isEqualTo(50);
    }

    @Test
    void anActAfterTheEndIsRefusedThoughNobodyIsLeftToAuditIt() {
        ExecutorService over = Executors.newSingleThreadExecutor();
        AuditedControl late = new AuditedControl(loop, List.of(), trail::add, () -> 42, over);
        loop.close();
        over.close();
        assertThat(late.submit(new OperatorCommand.Inject(IRON, 5)).join())
                .isEqualTo(new Outcome.Refused("the broker has stopped"));
    }

    @Test
    void aRefusedActLeavesNothingToUndo() {
        submit(new OperatorCommand.Purge(new ResourceId("gold"), 5));
        assertThat(desk.undoable()).isEmpty();
    }

    @Test
    void aTimeOfNothingAndAReasonWithControlCharactersAreRefusedWithWhatWasExpected() {
        assertThat(submit(new OperatorCommand.Throttle(CLIENT, new Pace(5), Duration.ZERO)))
                .isEqualTo(new Outcome.Refused("expected a time above 0, not 0 ms"));
        assertThat(submit(new OperatorCommand.Disconnect(CLIENT, "a\nb"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aThrottleThatRevertsItselfIsKeptAsARuleWithItsTime() {
        submit(new OperatorCommand.Throttle(CLIENT, new Pace(5), Duration.ofMinutes(1)));
        loop.close();
        assertThat(loop.snapshot().rules()).singleElement().satisfies(rule -> {
            assertThat(rule).isInstanceOf(OperatorRule.Throttled.class);
            assertThat(((OperatorRule.Throttled) rule).untilEpochMillis()).isNotNull();
        });
    }
}
