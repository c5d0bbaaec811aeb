package virdi.ui.journal;

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

/** Makes events for tests. */
final class Events {
    private Events() {}

    static BrokerEvent tank(long sequence, Kind kind, String resource, String detail) {
        return event(sequence, kind, null, null, resource, null, 0, null, detail);
    }

    static BrokerEvent stream(
            long sequence,
            Kind kind,
            @Nullable StreamKind streamKind,
            String client,
            @Nullable String resource,
            @Nullable String consumer,
            long units,
            @Nullable Code code,
            String detail) {
        return event(sequence, kind, streamKind, client, resource, consumer, units, code, detail);
    }

    /** A page of tanks that ran full, numbered. */
    static EventPage page(long first, long last) {
        List<BrokerEvent> events = new ArrayList<>();
        for (long sequence = first; sequence <= last; sequence++) {
            events.add(tank(sequence, Kind.TANK_FULL, "tank-" + sequence, ""));
        }
        return new EventPage(events, 0);
    }

    private static BrokerEvent event(
            long sequence,
            Kind kind,
            @Nullable StreamKind streamKind,
            @Nullable String client,
            @Nullable String resource,
            @Nullable String consumer,
            long units,
            @Nullable Code code,
            String detail) {
        return new BrokerEvent(
                sequence,
                sequence * 1_000_000,
                kind,
                streamKind == null ? null : new StreamId(sequence),
                streamKind,
                client == null ? null : new ClientId(client),
                resource == null ? null : new ResourceId(resource),
                consumer == null ? null : new ConsumerId(consumer),
                units,
                code,
                detail);
    }
}
