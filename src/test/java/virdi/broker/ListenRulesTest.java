package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerEvent;
import virdi.model.CloseStatus.Code;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Outcome;
import virdi.model.Pace;

/** The operator closes the port, and opens it again. */
class ListenRulesTest {
    private static final OperatorCommand OPEN = new OperatorCommand.Listen(true);
    private static final OperatorCommand CLOSE = new OperatorCommand.Listen(false);

    private final Rig rig = new Rig(Rig.settings(1_000, Duration.ZERO));

    @Test
    void closingEndsEveryStreamAsUnavailable() {
        List<BrokerStream> streams =
                List.of(rig.offer("a", "iron"), rig.produce("b", "iron"), rig.open("d"), rig.consume("c", "iron", 60));
        assertThat(rig.operate(CLOSE)).isEqualTo(new Outcome.Done("stopped listening (4 streams ended)", OPEN));
        assertThat(streams).allSatisfy(stream -> {
            assertThat(rig.close(stream).status().code()).isEqualTo(Code.UNAVAILABLE);
            assertThat(rig.close(stream).status().message()).isEqualTo("broker is shutting down");
        });
        assertThat(rig.snapshot().listening()).isFalse();
    }

    @Test
    void whileClosedNobodyIsLetIn() {
        rig.done(CLOSE);
        assertThat(rig.tryOffer("a", "iron")).isEmpty();
        assertThat(rig.lastStatus().code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(rig.tryOpen("a")).isEmpty();
        assertThat(rig.lastStatus().code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(rig.tryConsume("a", "c", "iron", 60, 0, 0)).isEmpty();
        assertThat(rig.lastStatus().code()).isEqualTo(Code.UNAVAILABLE);
    }

    @Test
    void openingLetsTheSameClientsInAgain() {
        rig.consume("a", "c", "iron", 60, 0, 0);
        rig.done(CLOSE);
        assertThat(rig.operate(OPEN)).isEqualTo(new Outcome.Done("listening again", null));
        assertThat(rig.snapshot().listening()).isTrue();
        assertThat(rig.tryConsume("a", "c", "iron", 60, 0, 0)).isPresent();
        assertThat(rig.tryOffer("a", "iron")).isPresent();
    }

    @Test
    void levelsRulesAndLedgerStay() {
        rig.amount(rig.produce("mine", "iron"), 500);
        rig.done(new OperatorCommand.Throttle(Rig.client("mine"), new Pace(60), null));
        rig.done(new OperatorCommand.SetCapacity(Rig.resource("iron"), 2_000));
        List<OperatorRule> rules = rig.snapshot().rules();
        var ledger = rig.ledger("iron");
        rig.done(CLOSE);
        rig.passSeconds(60);
        assertThat(rig.ledger("iron")).isEqualTo(ledger);
        assertThat(rig.snapshot().rules()).isEqualTo(rules);
        rig.done(OPEN);
        assertThat(rig.deliveries(rig.consume("c", "iron", 400))).containsExactly(300L);
        assertThat(rig.level("iron")).isEqualTo(200);
    }

    @Test
    void whileClosedTheOperatorGoesOnActing() {
        rig.amount(rig.produce("mine", "iron"), 500);
        rig.done(CLOSE);
        rig.done(new OperatorCommand.Inject(Rig.resource("iron"), 7));
        assertThat(rig.level("iron")).isEqualTo(507);
        assertThat(rig.refusal(new OperatorCommand.RequestNow(Rig.resource("iron"))))
                .isEqualTo("nobody offers iron");
    }

    @Test
    void whatIsSoAlreadyIsRefused() {
        assertThat(rig.refusal(OPEN)).isEqualTo("the broker is listening already");
        rig.done(CLOSE);
        assertThat(rig.refusal(CLOSE)).isEqualTo("the broker does not listen");
    }

    @Test
    void bothAreJournalledAfterTheEndingsTheyCaused() {
        rig.consume("c", "iron", 60);
        rig.done(CLOSE);
        rig.done(OPEN);
        assertThat(rig.events.subList(rig.events.size() - 3, rig.events.size()))
                .extracting(event -> event.kind() + " " + event.detail())
                .containsExactly(
                        BrokerEvent.Kind.ENDED + " broker is shutting down",
                        BrokerEvent.Kind.OPERATOR + " stopped listening (1 stream ended)",
                        BrokerEvent.Kind.OPERATOR + " listening again");
    }

    @Test
    void aBrokerThatWasShutDownIsNotOpenedAgain() {
        rig.broker.shutDown(rig.now);
        assertThat(rig.refusal(OPEN)).isEqualTo("the broker is shutting down");
        assertThat(rig.tryOffer("a", "iron")).isEmpty();
    }
}
