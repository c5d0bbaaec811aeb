package virdi.model;

/**
 * How a stream ended.
 *
 * @param code the status
 * @param message what the client is told; empty for {@code OK}
 */
public record CloseStatus(Code code, String message) {
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

    public static final CloseStatus OK = new CloseStatus(Code.OK, "");
    /** The client cancelled or its connection was lost; the server cannot tell which. */
    public static final CloseStatus CANCELLED = new CloseStatus(Code.CANCELLED, "the client cancelled or vanished");

    public static final CloseStatus SHUTTING_DOWN = new CloseStatus(Code.UNAVAILABLE, "broker is shutting down");

    public static CloseStatus invalid(String expected) {
        return new CloseStatus(Code.INVALID_ARGUMENT, expected);
    }
}
