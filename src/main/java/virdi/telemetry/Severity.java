package virdi.telemetry;

/** How urgent a state is. Ordered: the later constant is the more urgent one. */
public enum Severity {
    /** Idle by intent. */
    CALM,
    /** Working as it should. */
    GOOD,
    /** Held by an operator's rule. */
    HELD,
    /** Worth knowing, such as a full tank. */
    WARNING,
    /** A consumer or the broker waits in vain. */
    TROUBLE
}
