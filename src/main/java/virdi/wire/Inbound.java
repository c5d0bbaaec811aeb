package virdi.wire;

/**
 * A received message, or the fault that came in its place. A message that cannot be read is a value too: an exception in a marshaller would
 * reach the client as {@code UNKNOWN}.
 */
sealed interface Inbound<M> {
    /** A message as the client sent it. */
    record Message<M>(M content) implements Inbound<M> {}

    /**
     * Bytes that are no message of this protocol.
     *
     * @param problem a sentence that says what was expected
     */
    record Unreadable<M>(String problem) implements Inbound<M> {}
}
