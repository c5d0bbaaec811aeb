package virdi.telemetry;

import virdi.model.Pace;
import virdi.model.Target;

/** A reason that the operator has made: it holds for supply and drain alike. Immutable. */
public sealed interface OperatorDiagnosis extends SupplyDiagnosis, DrainDiagnosis {
    /** The port is closed: the broker lets no client in. */
    record PortClosed(Target culprit) implements OperatorDiagnosis {}

    /**
     * A throttle holds streams.
     *
     * @param culprit the target of the rule that holds the first of them; the stream itself when the rule is not known
     * @param pace how fast the first of them may be
     */
    record HeldByRule(Target culprit, StreamGroup streams, Pace pace) implements OperatorDiagnosis {}

    /**
     * A rule blocks streams, or keeps them from being opened.
     *
     * @param culprit the target of the rule
     * @param streams the first may be named after a client or a resource when no stream is open
     * @param reason in the operator's words; may be blank
     */
    record BlockedByRule(Target culprit, StreamGroup streams, String reason) implements OperatorDiagnosis {}
}
