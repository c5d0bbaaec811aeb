package virdi.telemetry.cause;

import virdi.model.Target;

/**
 * Part of a cause: who does or does not do what.
 *
 * @param phrase without its end: "smelter-1 has not answered a request for 42 s"
 * @param culprit what to look at
 */
record Blame(String phrase, Target culprit) {
    /** Two reasons in one; the first one's culprit is to be looked at first. */
    Blame and(Blame other) {
        return new Blame(phrase + ", and " + other.phrase, culprit);
    }
}
