package virdi.telemetry;

/** The state of a tank. */
public enum TankState {
    FILLING("filling", Severity.GOOD),
    DRAINING("draining", Severity.GOOD),
    STEADY("steady", Severity.GOOD),
    FULL("full", Severity.WARNING),
    EMPTY("empty", Severity.TROUBLE),
    NO_PRODUCER("no producer", Severity.WARNING),
    NO_CONSUMER("no consumer", Severity.CALM);

    private final String word;
    private final Severity severity;

    TankState(String word, Severity severity) {
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
