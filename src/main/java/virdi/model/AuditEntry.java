package virdi.model;

/**
 * One act of an operator, as the audit log keeps it.
 *
 * @param epochMillis when
 * @param act what was asked, in words: "throttle furnace-1 to 60/min"
 * @param outcome what became of it, in words
 * @param done whether it took effect
 */
public record AuditEntry(long epochMillis, String act, String outcome, boolean done) {}
