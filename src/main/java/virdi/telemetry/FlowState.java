package virdi.telemetry;

/** The state of a stream. */
public enum FlowState {
    // productions
    FLOWING("flowing", Severity.GOOD),
    THROTTLED("throttled", Severity.HELD),
    PAUSED("paused", Severity.HELD),
    STOPPED_TANK_FULL("stopped: tank full", Severity.WARNING),
    WAITING_FOR_REQUEST("waiting for request", Severity.CALM),
    UNSOLICITED("unsolicited", Severity.GOOD),
    /** The production is open and was asked for units, but sends none. */
    SILENT("silent", Severity.WARNING),
    // offers
    REQUESTED("requested", Severity.GOOD),
    PRODUCING("producing", Severity.GOOD),
    IDLE_TANK_FULL("idle: tank full", Severity.CALM),
    REQUEST_UNANSWERED("request unanswered", Severity.TROUBLE),
    BLOCKED("blocked", Severity.HELD),
    // consumers
    SATISFIED("satisfied", Severity.GOOD),
    STARVING("starving", Severity.TROUBLE),
    NOT_READING("not reading", Severity.WARNING);

    private final String word;
    private final Severity severity;

    FlowState(String word, Severity severity) {
        this.word = word;
        this.severity = severity;
    }

    /** The name of the state for people: "starving". */
    public String word() {
        return word;
    }

    public Severity severity() {
        return severity;
    }
}
