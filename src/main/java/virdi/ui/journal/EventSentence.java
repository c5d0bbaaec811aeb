package virdi.ui.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.CloseStatus;
import virdi.model.StreamKind;
import virdi.ui.sign.Figures;

/** Writes an event as a sentence. Any thread. */
final class EventSentence {
    private EventSentence() {}

    static String of(BrokerEvent event) {
        return switch (event.kind()) {
            case OPENED -> opened(event);
            case ENDED -> ended(event);
            case REFUSED -> stream(event) + " was refused" + because(event) + brackets(status(event.code()));
            case REQUESTED -> client(event) + " was asked for " + resource(event) + aside(event);
            case TANK_FULL -> resource(event) + " is full" + aside(event);
            case DEMAND_RETURNED -> resource(event) + " has room again and is wanted" + aside(event);
            case TANK_EMPTY -> resource(event) + " is empty" + aside(event);
            case CROWDED -> client(event) + " comes near a limit" + because(event);
            case OPERATOR -> "operator: " + event.detail();
            case RULE_LIFTED -> "lifted by itself: " + event.detail();
            case RESOURCE_CREATED -> resource(event) + " was seen for the first time" + aside(event);
            case SATURATED -> "a sum of " + resource(event) + " reached the largest number it can hold" + aside(event);
        };
    }

    private static String opened(BrokerEvent event) {
        String who = client(event);
        return switch (kind(event)) {
                    case OFFER -> who + " offers " + resource(event);
                    case PRODUCTION -> who + " began to produce " + resource(event);
                    case CONSUMER -> consumer(event) + " began to consume " + resource(event);
                }
                + aside(event);
    }

    private static String ended(BrokerEvent event) {
        String moved = moved(event);
        if (event.code() == CloseStatus.Code.RESOURCE_EXHAUSTED) {
            return client(event) + " stopped: " + resource(event) + " is full" + brackets(status(event.code()), moved);
        }
        if (event.code() == CloseStatus.Code.OK) {
            String verb = kind(event) == StreamKind.OFFER ? " withdrew its offer of " : " finished with ";
            String who = kind(event) == StreamKind.CONSUMER ? consumer(event) : client(event);
            return who + verb + resource(event) + brackets(status(event.code()), moved);
        }
        return stream(event) + " ended" + because(event) + brackets(status(event.code()), moved);
    }

    /** "factory-a's consumer furnace-1 of coal", "mine-4's production of coal". */
    private static String stream(BrokerEvent event) {
        String name = event.consumer() == null ? "" : " " + event.consumer().value();
        String resource =
                event.resource() == null ? "" : " of " + event.resource().value();
        return client(event) + "'s " + kind(event).word() + name + resource;
    }

    private static StreamKind kind(BrokerEvent event) {
        StreamKind kind = event.streamKind();
        return kind != null ? kind : event.consumer() != null ? StreamKind.CONSUMER : StreamKind.PRODUCTION;
    }

    private static String consumer(BrokerEvent event) {
        return event.consumer() == null ? client(event) : event.consumer().value() + " of " + client(event);
    }

    private static String client(BrokerEvent event) {
        return event.client() == null ? "a client" : event.client().value();
    }

    private static String resource(BrokerEvent event) {
        return event.resource() == null ? "a resource" : event.resource().value();
    }

    private static String moved(BrokerEvent event) {
        return switch (kind(event)) {
            case OFFER -> "";
            case PRODUCTION -> Figures.units(event.units()) + " accepted";
            case CONSUMER -> Figures.units(event.units()) + " delivered";
        };
    }

    private static String status(CloseStatus.@Nullable Code code) {
        return code == null ? "" : code.name();
    }

    private static String because(BrokerEvent event) {
        return event.detail().isEmpty() ? "" : ": " + event.detail();
    }

    private static String aside(BrokerEvent event) {
        return event.detail().isEmpty() ? "" : "; " + event.detail();
    }

    private static String brackets(String... parts) {
        List<String> told = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                told.add(part);
            }
        }
        return told.isEmpty() ? "" : " (" + String.join(", ", told) + ")";
    }
}
