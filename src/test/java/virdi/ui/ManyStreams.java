package virdi.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.telemetry.EventPage;
import virdi.telemetry.FlowState;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.telemetry.Totals;

/** Frames of very many streams, all of whose figures are others each second. */
public final class ManyStreams {
    private static final FlowState[] FLOWS = {FlowState.FLOWING, FlowState.STARVING, FlowState.NOT_READING};
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ManyStreams() {}

    /** One second's frame: the same streams each second. */
    public static Frame frame(int streams, int second) {
        List<StreamView> views =
                IntStream.range(0, streams).mapToObj(it -> view(it, second)).toList();
        return new Frame(
                second + 1L,
                second * NANOS_PER_SECOND,
                second * 1_000L,
                true,
                List.of(),
                List.of(),
                views,
                List.of(),
                new Totals(0, 0, 0, 0, 0, 0, 0, 0),
                EventPage.NONE,
                Map.of());
    }

    private static StreamView view(int number, int second) {
        var id = new StreamId(number + 1L);
        var peer = new Peer(new ClientId("client-" + number % 997), true, "127.0.0.1:5");
        var resource = new ResourceId("resource-" + number % 61);
        boolean produces = number % 5 == 0;
        long opened = -NANOS_PER_SECOND * (1 + number % 3_571);
        StreamState state = produces
                ? new ProductionState(id, peer, resource, opened, false, 0, 0, null, false)
                : new ConsumerState(
                        id,
                        peer,
                        new ConsumptionSpec(new ConsumerId("user-" + number), resource, 60, 60, 0),
                        opened,
                        60,
                        45,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        true,
                        null,
                        false);
        FlowState flow = produces ? FlowState.FLOWING : FLOWS[(number + second) % FLOWS.length];
        return new StreamView(
                state,
                produces ? StreamKind.PRODUCTION : StreamKind.CONSUMER,
                produces ? peer.client().value() : "user-" + number,
                flow,
                0,
                flow.severity(),
                (number * 7_919L + second * 104_729L) % 6_000,
                60 + number % 600,
                number % 4_093 + second * 60L,
                number % 1_021 + second,
                0,
                0,
                null,
                second * NANOS_PER_SECOND - opened,
                null);
    }
}
