package virdi.telemetry;

/** How much a state asks for attention. Ordered: a later one wins over an earlier one. */
public enum Severity {
    /** Nothing to see: idle by intent. */
    CALM,
    /** Working as it should. */
    GOOD,
    /** Held by an operator's rule. */
    HELD,
    /** Worth knowing: a full tank, a held-back producer. */
    WARNING,
    /** Somebody goes without. */
    TROUBLE
}
