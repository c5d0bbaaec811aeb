package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.model.ClientId;
import virdi.model.OperatorCommand;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.model.Units;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ResourceConsumption;

/** {@code Consume} from its client's side, with the real broker behind the wire. */
@ParameterizedClass
@EnumSource(Way.class)
class ConsumeRulesTest {
    private static final ResourceId IRON = new ResourceId("iron");

    private final BrokerRun broker;
    private final TestClient client;

    ConsumeRulesTest(Way way) throws IOException {
        broker = BrokerRun.start(way, BrokerRun.settings());
        client = broker.client("factory");
    }

    @AfterEach
    void stop() throws InterruptedException {
        broker.close();
    }

    @Test
    void aConsumerIsFilledToItsTargetAtOnce() {
        broker.operate(new OperatorCommand.Inject(IRON, 50));
        var furnace = client.consume("furnace", "iron", 40).awaitMessages(1);
        assertThat(units(furnace)).isEqualTo(30);
        assertThat(broker.ledger("iron").delivered() + broker.ledger("iron").level())
                .isEqualTo(50);
    }

    @Test
    void whatIsProducedGoesStraightToWhoWaits() {
        var furnace = client.consume("furnace", "iron", 1_000);
        broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 1);
        broker.client("smelter").produce("iron").amount(5);
        assertThat(units(furnace.awaitMessages(1))).isEqualTo(5);
    }

    @Test
    void theLargestRateAndBufferAreServed() {
        broker.operate(new OperatorCommand.Inject(IRON, 50));
        var greedy = client.consume(TestClient.request("greedy", "iron", Units.MAX_UINT32)
                .setBufferLimit(-1)
                .build());
        assertThat(units(greedy.awaitMessages(1))).isEqualTo(50);
    }

    @Test
    void aConsumerWhoseBufferIsFullGetsNothing() {
        broker.operate(new OperatorCommand.Inject(IRON, 50));
        var full = client.consume(TestClient.request("full", "iron", 1)
                .setBufferLimit(10)
                .setCurrentBufferAmount(4_000)
                .build());
        var empty = client.consume("empty", "iron", 4);
        assertThat(units(empty.awaitMessages(1))).isEqualTo(3);
        assertThat(full.messages()).isEmpty();
    }

    @Test
    void invalidRequestsAreRefused() {
        invalid(client.consume("", "iron", 1), "consumer_id is empty");
        invalid(client.consume("furnace", "", 1), "resource_id is empty");
        invalid(client.consume("furnace", "iron", 0), "max_rate is 0; expected 1 or more units per minute");
        invalid(client.consume("f\u0007", "iron", 1), "consumer_id has a control character");
        invalid(client.consume("f".repeat(10_240), "iron", 1), "the message is too large");
        broker.awaitSnapshot(snapshot -> snapshot.consumers().isEmpty());
    }

    private static void invalid(Heard<ConsumptionRequest, ResourceConsumption> consumer, String message) {
        Heard.End end = consumer.awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(end.message()).contains(message);
    }

    @Test
    void aSecondStreamOfOneConsumerIsRefusedWhileTheFirstIsOpen() {
        var first = client.consume("furnace", "iron", 60);
        broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 1);
        Heard.End end = client.consume("furnace", "coal", 60).awaitEnd();
        assertThat(end.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
        assertThat(end.message()).contains("furnace");
        assertThat(first.ended()).isFalse();
        assertThat(broker.client("other").consume("furnace", "iron", 60).ended())
                .isFalse();
        broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 2);
    }

    @Test
    void anIdIsFreeOnceItsStreamWasCancelled() {
        client.consume("furnace", "iron", 60).cancel();
        broker.awaitSnapshot(snapshot -> snapshot.consumers().isEmpty());
        servedAgain(client);
    }

    @Test
    void anIdIsFreeOnceItsClientWasKilled() {
        var killed = broker.client("phoenix");
        killed.consume("furnace", "iron", 60);
        broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 1);
        killed.kill();
        broker.awaitSnapshot(snapshot -> snapshot.consumers().isEmpty());
        servedAgain(broker.client("phoenix"));
    }

    @Test
    void anIdIsFreeOnceItsStreamWasDisconnected() {
        var first = client.consume("furnace", "iron", 60);
        broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 1);
        broker.operate(new OperatorCommand.Disconnect(new Target.Client(new ClientId("factory")), "enough"));
        assertThat(first.awaitEnd()).isEqualTo(new Heard.End(Status.Code.ABORTED, "enough", null));
        servedAgain(client);
    }

    private void servedAgain(TestClient again) {
        broker.operate(new OperatorCommand.Inject(IRON, 10));
        assertThat(units(again.consume("furnace", "iron", 60).awaitMessages(1))).isEqualTo(10);
    }

    @Test
    void aClientThatNeverReadsHoldsUpNobody() {
        broker.operate(new OperatorCommand.SetCapacity(IRON, 10_000_000));
        client.consumeWithoutReading(
                TestClient.request("lazy", "iron", 1_000_000).build());
        var busy = client.consume("busy", "iron", 1_000_000);
        broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 2);
        var production = broker.client("smelter").produce("iron");
        for (int i = 0; i < 1_000; i++) {
            production.amount(10);
        }
        assertThat(production.halfClose().awaitEnd().accepted()).isEqualTo("10000");
        broker.awaitSnapshot(snapshot -> units(busy) > 1_000);
        assertThat(busy.ended()).isFalse();
    }

    @Test
    void fiveHundredConsumersAreAllServed() {
        broker.operate(new OperatorCommand.SetCapacity(IRON, 1_000_000));
        broker.operate(new OperatorCommand.Inject(IRON, 100_000));
        List<Heard<ConsumptionRequest, ResourceConsumption>> consumers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            consumers.add(client.consume("c" + i, "iron", 100));
        }
        for (var consumer : consumers) {
            assertThat(units(consumer.awaitMessages(1))).isBetween(75L, 100L);
        }
        consumers.forEach(Heard::cancel);
        broker.awaitSnapshot(snapshot -> snapshot.consumers().isEmpty());
        var late = client.consume("late", "iron", 100).awaitMessages(1);
        assertThat(late.ended()).isFalse();
    }

    /** Cancels, disconnects and deliveries cross on the way: each stream ends once, nothing is lost, and no exception escapes. */
    @Test
    void cancelsThatCrossDisconnectsAndDeliveriesLoseNothing() {
        broker.operate(new OperatorCommand.SetCapacity(IRON, 1_000_000));
        var smelter = broker.client("smelter");
        for (int round = 0; round < 20; round++) {
            List<Heard<ConsumptionRequest, ResourceConsumption>> consumers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                consumers.add(client.consume("c" + i, "iron", 10_000));
            }
            var production = smelter.produce("iron").amount(50).amount(50);
            var told = broker.loop()
                    .submit(new OperatorCommand.Disconnect(new Target.Client(new ClientId("factory")), "crossing"));
            consumers.forEach(Heard::cancel);
            told.join();
            assertThat(production.halfClose().awaitEnd().accepted()).isEqualTo("100");
            broker.awaitSnapshot(snapshot -> snapshot.consumers().isEmpty());
        }
        broker.awaitAccepted("iron", 2_000);
        assertThat(broker.ledger("iron").difference()).isZero();
    }

    private static long units(Heard<ConsumptionRequest, ResourceConsumption> consumer) {
        return consumer.messages().stream()
                .mapToLong(message -> Integer.toUnsignedLong(message.getAmount()))
                .sum();
    }
}
