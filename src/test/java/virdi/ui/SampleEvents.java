package virdi.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerEvent.Kind;
import virdi.model.ClientId;
import virdi.model.CloseStatus.Code;
import virdi.model.ConsumerId;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.telemetry.EventPage;

/** The events of a {@link SampleWorld}: eight at time 0, and one more every two seconds. A function of time. */
final class SampleEvents {
    private static final int AT_START = 8;
    private static final long EVERY_MILLIS = 2_000;

    private SampleEvents() {}

    static EventPage page(long millis) {
        long newest = AT_START + Math.max(0, millis) / EVERY_MILLIS;
        long oldest = Math.max(1, newest - EventPage.MOST + 1);
        List<BrokerEvent> events = new ArrayList<>();
        for (long sequence = oldest; sequence <= newest; sequence++) {
            events.add(event(sequence));
        }
        return new EventPage(List.copyOf(events), 0);
    }

    private static BrokerEvent event(long sequence) {
        long micros = (SampleWorld.EPOCH_MILLIS + (sequence - AT_START) * EVERY_MILLIS) * 1000 + sequence * 37 % 1000;
        return switch ((int) (sequence % 8)) {
            case 1 -> of(sequence, micros, Kind.OPENED, StreamKind.PRODUCTION, "mine-4", "coal", null, 0, null, "");
            case 2 ->
                of(
                        sequence,
                        micros,
                        Kind.ENDED,
                        StreamKind.PRODUCTION,
                        "mine-4",
                        "coal",
                        null,
                        12_400,
                        Code.RESOURCE_EXHAUSTED,
                        "coal is full");
            case 3 -> of(sequence, micros, Kind.TANK_FULL, null, null, "coal", null, 0, null, "");
            case 4 ->
                of(
                        sequence,
                        micros,
                        Kind.OPERATOR,
                        null,
                        "mc-overworld",
                        "iron",
                        null,
                        0,
                        null,
                        "mc-overworld → iron paused");
            case 5 -> of(sequence, micros, Kind.REQUESTED, StreamKind.OFFER, "smelter-1", "iron", null, 0, null, "");
            case 6 ->
                of(
                        sequence,
                        micros,
                        Kind.REFUSED,
                        StreamKind.CONSUMER,
                        "factory-b",
                        "iron",
                        "forge-1",
                        0,
                        Code.ALREADY_EXISTS,
                        "consumer forge-1 is open already");
            case 7 ->
                of(
                        sequence,
                        micros,
                        Kind.ENDED,
                        StreamKind.CONSUMER,
                        "mc-nether",
                        "copper",
                        "portal-1",
                        360,
                        Code.CANCELLED,
                        "the client cancelled or vanished");
            default -> of(sequence, micros, Kind.TANK_EMPTY, null, null, "iron", null, 0, null, "3 consumers wait");
        };
    }

    private static BrokerEvent of(
            long sequence,
            long micros,
            Kind kind,
            @Nullable StreamKind streamKind,
            @Nullable String client,
            String resource,
            @Nullable String consumer,
            long units,
            @Nullable Code code,
            String detail) {
        return new BrokerEvent(
                sequence,
                micros,
                kind,
                streamKind == null ? null : new StreamId(1_000 + sequence),
                streamKind,
                client == null ? null : new ClientId(client),
                new ResourceId(resource),
                consumer == null ? null : new ConsumerId(consumer),
                units,
                code,
                detail);
    }
}
