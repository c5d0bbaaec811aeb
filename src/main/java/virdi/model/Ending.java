package virdi.model;

/**
 * How a stream ended.
 *
 * @param code the status
 * @param message what the client is told; empty for {@code OK}
 */
public record Ending(Code code, String message) {
    /** The gRPC statuses that this broker uses, by their gRPC names. */
    public enum Code {
        OK,
        CANCELLED,
        INVALID_ARGUMENT,
        DEADLINE_EXCEEDED,
        ALREADY_EXISTS,
        UNAUTHENTICATED,
        PERMISSION_DENIED,
        RESOURCE_EXHAUSTED,
        FAILED_PRECONDITION,
        ABORTED,
        UNIMPLEMENTED,
        UNAVAILABLE
    }

    public static final Ending OK = new Ending(Code.OK, "");
    /** The client cancelled or its connection was lost; the server cannot tell which. */
    public static final Ending CANCELLED = new Ending(Code.CANCELLED, "the client cancelled or vanished");

    public static final Ending SHUTTING_DOWN = new Ending(Code.UNAVAILABLE, "broker is shutting down");

    public static Ending invalid(String expected) {
        return new Ending(Code.INVALID_ARGUMENT, expected);
    }
}
