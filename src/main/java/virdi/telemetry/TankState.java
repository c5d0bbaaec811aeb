package virdi.telemetry;

/** The state of a tank, in the product's words. */
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

    /** The word for people. */
    public String word() {
        return word;
    }

    public Severity severity() {
        return severity;
    }
}
