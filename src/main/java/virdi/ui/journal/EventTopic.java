package virdi.ui.journal;

import virdi.model.BrokerEvent;

/** The topics of events, which the operator can switch off. */
enum EventTopic {
    STREAMS("Streams", "opened, ended, too many"),
    REQUESTS("Requests", "production requests sent to offers"),
    TANKS("Tanks", "full, empty, wanted again, seen for the first time"),
    REFUSALS("Refusals", "streams refused before they did anything"),
    OPERATOR("Operator", "commands of operators, and rules that ended by themselves");

    private final String words;
    private final String explanation;

    EventTopic(String words, String explanation) {
        this.words = words;
        this.explanation = explanation;
    }

    static EventTopic of(BrokerEvent event) {
        return switch (event.kind()) {
            case OPENED, ENDED, CROWDED -> STREAMS;
            case REFUSED -> REFUSALS;
            case REQUESTED -> REQUESTS;
            case TANK_FULL, DEMAND_RETURNED, TANK_EMPTY, RESOURCE_CREATED, SATURATED -> TANKS;
            case OPERATOR, RULE_LIFTED -> OPERATOR;
        };
    }

    String words() {
        return words;
    }

    String explanation() {
        return explanation;
    }
}
