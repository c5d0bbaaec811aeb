package virdi.broker;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ResourceId;

/** Counts the open streams of each client and keeps the broker's own limits. Broker's thread only. */
final class ClientLimits {
    private final BrokerSettings settings;
    private final Map<ClientId, Integer> streams = new HashMap<>();

    ClientLimits(BrokerSettings settings) {
        this.settings = settings;
    }

    /** Why one more stream of a client is refused; null when it is not. */
    @Nullable
    CloseStatus refusal(ClientId client) {
        int open = streams.getOrDefault(client, 0);
        if (open >= settings.maxStreamsPerClient()) {
            return new CloseStatus(
                    CloseStatus.Code.UNAVAILABLE,
                    "client " + client + " has " + open + " streams open; the limit clients.max-streams is "
                            + settings.maxStreamsPerClient());
        }
        if (open == 0 && streams.size() >= settings.maxClients()) {
            return new CloseStatus(
                    CloseStatus.Code.UNAVAILABLE,
                    streams.size() + " clients are connected; the limit clients.max is " + settings.maxClients());
        }
        return null;
    }

    /** Why an unknown resource is not created; null when it is. */
    @Nullable
    CloseStatus refusal(ResourceId unknown, int knownResources) {
        if (!settings.createUnknownResources()) {
            return new CloseStatus(
                    CloseStatus.Code.FAILED_PRECONDITION,
                    "resource " + unknown + " is unknown, and this broker creates none by itself");
        }
        if (knownResources >= settings.maxResources()) {
            return new CloseStatus(
                    CloseStatus.Code.UNAVAILABLE,
                    knownResources + " resources are known; the limit resources.max is " + settings.maxResources());
        }
        return null;
    }

    void opened(ClientId client) {
        streams.merge(client, 1, Integer::sum);
    }

    void closed(ClientId client) {
        streams.computeIfPresent(client, (key, open) -> open == 1 ? null : open - 1);
    }
}
