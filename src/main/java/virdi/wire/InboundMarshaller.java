package virdi.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import java.io.IOException;
import java.io.InputStream;
import virdi.model.IdText;

/**
 * Reads requests without ever throwing. Any thread. One buffer a thread is all that reading allocates besides the
 * message, however much a compressed one would inflate to.
 */
final class InboundMarshaller<M extends MessageLite> implements MethodDescriptor.Marshaller<Inbound<M>> {
    private final Parser<M> parser;
    private final int maxMessageBytes;
    private final String tooLarge;
    /** One byte more than a message may have, so that a longer one is told from one that just fits. */
    private final ThreadLocal<byte[]> buffers;

    /**
     * A marshaller of one type of request.
     *
     * @param ids the fields that can make such a message large, as the refusal names them
     */
    InboundMarshaller(Parser<M> parser, int maxMessageBytes, String ids) {
        this.parser = parser;
        this.maxMessageBytes = maxMessageBytes;
        this.tooLarge = problem(MessageFrames.Fault.TOO_LARGE, maxMessageBytes) + ", and 1 to " + IdText.MAX_BYTES
                + " bytes of UTF-8 as " + ids;
        this.buffers = ThreadLocal.withInitial(() -> new byte[maxMessageBytes + 1]);
    }

    /** The message for broken frames on a call of this protocol. */
    static String problem(ServerCall<?, ?> call, MessageFrames.Fault fault) {
        return fault == MessageFrames.Fault.TOO_LARGE
                ? ((InboundMarshaller<?>) call.getMethodDescriptor().getRequestMarshaller()).tooLarge
                : fault.problem();
    }

    /** The message for broken frames on any call. */
    static String problem(MessageFrames.Fault fault, int maxMessageBytes) {
        return fault == MessageFrames.Fault.TOO_LARGE
                ? "the message is too large; expected at most " + maxMessageBytes + " bytes"
                : fault.problem();
    }

    @Override
    public Inbound<M> parse(InputStream stream) {
        byte[] buffer = buffers.get();
        try {
            int length = stream.readNBytes(buffer, 0, buffer.length);
            if (length > maxMessageBytes) {
                return new Inbound.Unreadable<>(tooLarge);
            }
            return new Inbound.Message<>(parser.parseFrom(buffer, 0, length));
        } catch (InvalidProtocolBufferException e) {
            return new Inbound.Unreadable<>(
                    "the message is not valid protobuf; expected one as virdi.proto declares it");
        } catch (IOException e) {
            return new Inbound.Unreadable<>("the message could not be decompressed");
        }
    }

    /** The server never sends a request. */
    @Override
    public InputStream stream(Inbound<M> message) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
