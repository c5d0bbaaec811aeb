package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.OperatorCommand;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;

/** docs/protocol.md: OfferProduction, Every stream. With the real broker behind the wire. */
class StreamRulesTest {
    private static final ResourceId IRON = new ResourceId("iron");
    private static final Target SMELTER = new Target.Client(new ClientId("smelter"));

    @ParameterizedTest
    @EnumSource(Way.class)
    void anOfferIsRequestedAtOnceAndAgainWhenDemandReturns(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, BrokerRun.settings())) {
            var client = broker.client("smelter");
            var offer = client.offer("iron").awaitMessages(1);
            assertThat(client.produce("iron").amount(100).awaitEnd().code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            int heard = offer.messages().size();
            broker.operate(new OperatorCommand.Purge(IRON, 25));
            assertThat(offer.awaitMessages(heard + 1).messages()).hasSizeGreaterThan(heard);
            assertThat(offer.ended()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUnansweredRequestIsSentAgain(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, BrokerRun.settings())) {
            assertThat(broker.client("smelter").offer("iron").awaitMessages(3).messages())
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anOfferOfAFullTankHearsNothingUntilItIsNeeded(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, BrokerRun.settings())) {
            broker.operate(new OperatorCommand.Inject(IRON, 100));
            var offer = broker.client("smelter").offer("iron");
            broker.awaitSnapshot(snapshot -> snapshot.offers().size() == 1);
            assertThat(offer.messages()).isEmpty();
            broker.operate(new OperatorCommand.Purge(IRON, 100));
            assertThat(offer.awaitMessages(1).messages()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aResourceThatMayNotBeCreatedIsRefused(Way way) throws Exception {
        try (var broker = BrokerRun.start(
                way, BrokerRun.builder().createUnknownResources(false).build())) {
            var client = broker.client("smelter");
            ends(client, "gold", Status.Code.FAILED_PRECONDITION, "gold");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aBlockedClientIsRefused(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, BrokerRun.settings())) {
            broker.operate(new OperatorCommand.Block(SMELTER, "misbehaves", null));
            var client = broker.client("smelter");
            ends(client, "iron", Status.Code.PERMISSION_DENIED, "misbehaves");
            broker.operate(new OperatorCommand.Unblock(SMELTER));
            assertThat(client.produce("iron").amount(1).halfClose().awaitEnd().code())
                    .isEqualTo(Status.Code.OK);
        }
    }

    /** Every kind of stream of a client is refused so; a production says that nothing of it was taken. */
    private static void ends(TestClient client, String resource, Status.Code code, String message) {
        var offer = client.offer(resource).awaitEnd();
        var consumer = client.consume("furnace", resource, 60).awaitEnd();
        var production = client.produce(resource).amount(10).awaitEnd();
        for (Heard.End end : new Heard.End[] {offer, consumer, production}) {
            assertThat(end.code()).isEqualTo(code);
            assertThat(end.message()).contains(message);
        }
        assertThat(production.accepted()).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDisconnectEndsEveryStreamWithItsReason(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, BrokerRun.settings())) {
            var client = broker.client("smelter");
            var offer = client.offer("iron");
            var consumer = client.consume("furnace", "coal", 60);
            var production = client.produce("iron").amount(17);
            broker.awaitAccepted("iron", 17);
            broker.awaitSnapshot(
                    snapshot -> snapshot.offers().size() + snapshot.consumers().size() == 2);
            broker.operate(new OperatorCommand.Disconnect(SMELTER, "maintenance"));
            assertThat(offer.awaitEnd()).isEqualTo(new Heard.End(Status.Code.ABORTED, "maintenance", null));
            assertThat(consumer.awaitEnd()).isEqualTo(new Heard.End(Status.Code.ABORTED, "maintenance", null));
            assertThat(production.awaitEnd()).isEqualTo(new Heard.End(Status.Code.ABORTED, "maintenance", "17"));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void shutdownEndsEveryStreamAndRefusesNewOnes(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, BrokerRun.settings())) {
            var client = broker.client("smelter");
            var offer = client.offer("iron");
            var consumer = client.consume("furnace", "coal", 60);
            var production = client.produce("iron").amount(17);
            broker.awaitAccepted("iron", 17);
            broker.awaitSnapshot(
                    snapshot -> snapshot.offers().size() + snapshot.consumers().size() == 2);
            broker.loop().shutDown().join();
            String told = "broker is shutting down";
            assertThat(offer.awaitEnd()).isEqualTo(new Heard.End(Status.Code.UNAVAILABLE, told, null));
            assertThat(consumer.awaitEnd()).isEqualTo(new Heard.End(Status.Code.UNAVAILABLE, told, null));
            assertThat(production.awaitEnd()).isEqualTo(new Heard.End(Status.Code.UNAVAILABLE, told, "17"));
            ends(client, "iron", Status.Code.UNAVAILABLE, told);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLimitOfStreamsIsNamedAndIsNotResourceExhausted(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, limits(1, 10))) {
            var client = broker.client("smelter");
            client.offer("coal");
            broker.awaitSnapshot(snapshot -> snapshot.offers().size() == 1);
            ends(client, "iron", Status.Code.UNAVAILABLE, "1");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLimitOfClientsIsNamedAndIsNotResourceExhausted(Way way) throws Exception {
        try (var broker = BrokerRun.start(way, limits(10, 1))) {
            broker.client("first").offer("coal");
            broker.awaitSnapshot(snapshot -> snapshot.offers().size() == 1);
            ends(broker.client("second"), "iron", Status.Code.UNAVAILABLE, "1");
        }
    }

    private static BrokerSettings limits(int maxStreamsPerClient, int maxClients) {
        return BrokerRun.builder()
                .maxStreamsPerClient(maxStreamsPerClient)
                .maxClients(maxClients)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatTheWireRefusesIsJournalled(Way way) throws IOException, InterruptedException {
        try (var broker = BrokerRun.start(way, BrokerRun.settings())) {
            var client = broker.client("smelter");
            client.offer("").awaitEnd();
            broker.awaitSnapshot(
                    snapshot -> !broker.events(BrokerEvent.Kind.REFUSED).isEmpty());
            BrokerEvent refused = broker.events(BrokerEvent.Kind.REFUSED).getFirst();
            assertThat(refused.client()).isEqualTo(new ClientId("smelter"));
            assertThat(refused.streamKind()).isEqualTo(StreamKind.OFFER);
            assertThat(refused.detail()).contains("resource_id is empty");
        }
    }
}
