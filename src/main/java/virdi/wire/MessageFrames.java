package virdi.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Follows gRPC's own frames through the bytes of one stream: a flag, four bytes of length, a message. Only the thread of
 * the stream's connection may call.
 *
 * <p>Keeps nothing of what it sees but where it stands, so that it costs a few bytes a stream and nothing a message.
 */
final class MessageFrames {
    /** How a frame can be none. */
    enum Fault {
        RESERVED_BITS("a message does not begin with gRPC's flag; expected a byte 0, or 1 before a compressed one"),
        NOT_COMPRESSED("a message is marked as compressed, but grpc-encoding does not tell how; expected one of both"),
        TOO_LARGE("the message is too large"),
        CUT("the stream was half-closed within a message; expected as many bytes as its length says");

        private final String problem;

        Fault(String problem) {
            this.problem = problem;
        }

        /** A sentence that says what was expected. */
        String problem() {
            return problem;
        }
    }

    private static final int PREFIX_BYTES = 5;

    private final boolean mayCompress;
    /** How many bytes of the prefix have come. */
    private int prefix;
    /** The part of the prefix that has come, then the bytes of the message that are still to come. */
    private int length;

    private int whole;
    private @Nullable Fault fault;

    /**
     * The frames of a new stream.
     *
     * @param mayCompress whether its headers say how messages are compressed
     */
    MessageFrames(boolean mayCompress) {
        this.mayCompress = mayCompress;
    }

    /** How many messages have come whole. */
    int whole() {
        return whole;
    }

    /** The fault that broke the frames; no byte after it is read. */
    @Nullable
    Fault fault() {
        return fault;
    }

    /**
     * Follows what came next, until the first fault.
     *
     * @param maxMessageBytes the longest message that is none
     * @return how many of the bytes may be handed on: all, or those up to the end of the last whole message
     */
    int follow(ByteBuf data, int maxMessageBytes, boolean last) {
        int start = data.readerIndex();
        int end = data.writerIndex();
        int good = start;
        int at = start;
        while (at < end && fault == null) {
            if (prefix < PREFIX_BYTES) {
                take(data.getByte(at++), maxMessageBytes);
            } else {
                int step = Math.min(length, end - at);
                at += step;
                length -= step;
            }
            if (prefix == PREFIX_BYTES && length == 0) {
                whole++;
                prefix = 0;
                good = at;
            }
        }
        if (last && prefix > 0 && fault == null) {
            fault = Fault.CUT;
        }
        return (fault == null ? end : good) - start;
    }

    /** One byte of the prefix. */
    private void take(byte next, int maxMessageBytes) {
        if (prefix++ == 0) {
            if (next == 1 && !mayCompress) {
                fault = Fault.NOT_COMPRESSED;
            } else if (next != 0 && next != 1) {
                fault = Fault.RESERVED_BITS;
            }
            return;
        }
        length = length << Byte.SIZE | next & 0xFF;
        // Also what does not fit an int any more.
        if (prefix == PREFIX_BYTES && (length < 0 || length > maxMessageBytes)) {
            fault = Fault.TOO_LARGE;
        }
    }
}
