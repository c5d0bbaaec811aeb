package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.model.ClientId;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.proto.ResourceProduction;

/** {@code Produce} from its client's side, with the real broker behind the wire; tanks hold 100 units. */
@ParameterizedClass
@EnumSource(Way.class)
class ProduceRulesTest {
    private static final long LARGEST = 4_294_967_295L;

    private final BrokerRun broker;
    private final TestClient client;

    ProduceRulesTest(Way way) throws IOException {
        broker = BrokerRun.start(
                way,
                BrokerRun.builder().firstMessageTimeout(Duration.ofMillis(300)).build());
        client = broker.client("smelter");
    }

    @AfterEach
    void stop() throws InterruptedException {
        broker.close();
    }

    @Test
    void halfCloseIsAnsweredWithOk() {
        var production = client.produce("iron").amount(30).amount(0).amount(12).halfClose();
        assertThat(production.awaitEnd()).isEqualTo(new Heard.End(Status.Code.OK, "", "42"));
        assertThat(production.heard().messages()).hasSize(1);
        broker.awaitLevel("iron", 42);
    }

    @Test
    void halfCloseRightAfterInitIsFine() {
        var production = client.produce("iron").halfClose();
        assertThat(production.awaitEnd()).isEqualTo(new Heard.End(Status.Code.OK, "", "0"));
    }

    @Test
    void theMessageThatFillsTheTankIsAcceptedWholeAndTheLast() {
        var production = client.produce("iron");
        for (int i = 0; i < 10; i++) {
            production.amount(60);
        }
        Heard.End end = production.awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(end.accepted()).isEqualTo("120");
        broker.awaitLevel("iron", 120);
        assertThat(broker.ledger("iron").accepted()).isEqualTo(120);
    }

    @Test
    void aProductionThatOpensOnAFullTankIsEndedAtOnce() {
        broker.operate(new OperatorCommand.Inject(new ResourceId("iron"), 100));
        Heard.End end = client.produce("iron").awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(end.accepted()).isEqualTo("0");
    }

    @Test
    void theLargestAmountIsAcceptedWhole() {
        Heard.End end = client.produce("iron").amount(LARGEST).awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(end.accepted()).isEqualTo("4294967295");
        broker.awaitLevel("iron", LARGEST);
    }

    @Test
    void aViolationKeepsWhatCameBeforeIt() {
        Heard.End end = client.produce("iron").amount(7).init("coal").awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(end.message())
                .isEqualTo("expected amount, but a second init_info came; one stream produces one resource");
        assertThat(end.accepted()).isEqualTo("7");
        broker.awaitLevel("iron", 7);
    }

    @Test
    void aStreamThatBreaksTheOrderMovesNothing() {
        invalid(client.produce().amount(5), "expected init_info in the first message, but it carries amount");
        invalid(
                client.produce().send(ResourceProduction.getDefaultInstance()),
                "expected init_info in the first message, but it carries neither");
        invalid(client.produce().halfClose(), "expected init_info in the first message");
        invalid(client.produce("").amount(5), "init_info.resource_id is empty");
        invalid(client.produce("a\nb").amount(5), "init_info.resource_id has a control character");
        invalid(client.produce("x".repeat(10_240)).amount(5), "the message is too large");
    }

    private static void invalid(TestClient.Producing production, String message) {
        Heard.End end = production.awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(end.message()).contains(message);
        assertThat(end.accepted()).isEqualTo("0");
    }

    @Test
    void silenceInsteadOfAFirstMessageEndsTheStream() {
        Heard.End end = client.produce().awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        assertThat(end.accepted()).isEqualTo("0");
    }

    @Test
    void whatAKilledClientProducedStays() {
        client.produce("iron").amount(40);
        broker.awaitAccepted("iron", 40);
        client.kill();
        broker.awaitSnapshot(snapshot -> snapshot.productions().isEmpty());
        assertThat(broker.ledger("iron").level()).isEqualTo(40);
    }

    @Test
    void aPausedProductionIsHeldByFlowControlAndLosesNothing() {
        broker.operate(new OperatorCommand.SetCapacity(new ResourceId("iron"), 1_000_000));
        var pipe = new Target.Production(new ClientId("smelter"), new ResourceId("iron"));
        broker.operate(new OperatorCommand.Throttle(pipe, Pace.PAUSED, null));
        var production = client.produce("iron");
        for (int i = 0; i < 20_000; i++) {
            production.amount(1);
        }
        production.halfClose();
        broker.awaitSnapshot(snapshot -> snapshot.productions().size() == 1
                && snapshot.productions().getFirst().held());
        assertThat(broker.ledger("iron").accepted()).isZero();
        assertThat(production.heard().ended()).isFalse();

        broker.operate(new OperatorCommand.Unthrottle(pipe));
        assertThat(production.awaitEnd()).isEqualTo(new Heard.End(Status.Code.OK, "", "20000"));
        broker.awaitLevel("iron", 20_000);
    }

    @Test
    void manyProductionsOfOneConnectionFillOneTank() {
        broker.operate(new OperatorCommand.SetCapacity(new ResourceId("iron"), 1_000_000));
        for (int stream = 0; stream < 20; stream++) {
            var production = client.produce("iron");
            for (int i = 0; i < 1_000; i++) {
                production.amount(1);
            }
            production.halfClose();
        }
        broker.awaitAccepted("iron", 20_000);
        Awaitility.await().until(() -> broker.snapshot().productions().isEmpty());
    }
}
