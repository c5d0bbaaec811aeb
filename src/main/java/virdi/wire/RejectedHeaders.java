package virdi.wire;

import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.Status;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import virdi.model.CloseStatus;
import virdi.model.StreamKind;
import virdi.proto.VirdiGrpc;

/**
 * Headers that gRPC would answer in a way that this protocol does not know, and the answer that they get instead. Any
 * thread.
 *
 * <p>The answer is one frame of headers with a gRPC status, whatever HTTP's says: that is what a gRPC client goes by.
 * It repeats nothing of what the client sent.
 */
record RejectedHeaders(int httpStatus, CloseStatus closeStatus) {
    // gRPC's headers take no other kind of text as a name.
    private static final AsciiString CONTENT_TYPE = AsciiString.cached("content-type");
    private static final AsciiString HOST = AsciiString.cached("host");
    private static final AsciiString TIMEOUT = AsciiString.cached("grpc-timeout");
    private static final Pattern READABLE_TIMEOUT = Pattern.compile("[0-9]{1,8}[HMSmun]");
    private static final AsciiString ENCODING = AsciiString.cached("grpc-encoding");

    private static final String GRPC = "application/grpc";
    private static final String PRODUCE = "/" + VirdiGrpc.getProduceMethod().getFullMethodName();
    /** The largest sum of all fields, as HTTP/2 counts it; gRPC's usual limit. */
    private static final int MAX_BYTES = 8_192;
    /** Bytes that HTTP/2 counts for each field besides its name and its value. */
    private static final int FIELD_BYTES = 32;

    /** Checks the headers of a new stream; null when gRPC may have them. */
    static @Nullable RejectedHeaders of(Http2Headers headers) {
        CharSequence method = headers.method();
        if (method == null || !"POST".contentEquals(method)) {
            return http(405, "this is a gRPC server; expected the method POST");
        }
        CharSequence content = headers.get(CONTENT_TYPE);
        if (content == null || !isGrpc(content.toString())) {
            return http(415, "this is a gRPC server; expected the content-type application/grpc");
        }
        if (headers.authority() == null && headers.getAll(HOST).size() > 1) {
            return http(400, "several host headers came; expected one, or :authority");
        }
        CharSequence path = headers.path();
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return new RejectedHeaders(
                    404,
                    new CloseStatus(
                            CloseStatus.Code.UNIMPLEMENTED,
                            "the path is none of a call; expected /service/method as in " + PRODUCE));
        }
        if (bytes(headers) > MAX_BYTES) {
            return http(
                    200,
                    "the headers are too large; expected at most " + MAX_BYTES + " bytes, 32 for each field included");
        }
        if (headers.getAll(TIMEOUT).stream()
                .anyMatch(timeout -> !READABLE_TIMEOUT.matcher(timeout).matches())) {
            return http(200, "grpc-timeout is not valid; expected 1 to 8 digits and one of H, M, S, m, u and n");
        }
        String encoding = encoding(headers);
        if (encoding != null && DecompressorRegistry.getDefaultInstance().lookupDecompressor(encoding) == null) {
            return new RejectedHeaders(
                    200,
                    new CloseStatus(
                            CloseStatus.Code.UNIMPLEMENTED,
                            "the grpc-encoding is not known here; expected " + encodings() + " or identity"));
        }
        return null;
    }

    /** Whether a client says how its messages may be compressed. */
    static boolean mayCompress(Http2Headers headers) {
        String encoding = encoding(headers);
        return encoding != null && !encoding.equals(Codec.Identity.NONE.getMessageEncoding());
    }

    /** The last one, as gRPC reads it. */
    private static @Nullable String encoding(Http2Headers headers) {
        List<CharSequence> all = headers.getAll(ENCODING);
        return all.isEmpty() ? null : all.getLast().toString();
    }

    private static String encodings() {
        return String.join(",", DecompressorRegistry.getDefaultInstance().getAdvertisedMessageEncodings());
    }

    private static RejectedHeaders http(int status, String message) {
        return new RejectedHeaders(status, CloseStatus.invalid(message));
    }

    private static boolean isGrpc(String content) {
        return content.regionMatches(true, 0, GRPC, 0, GRPC.length())
                && (content.length() == GRPC.length()
                        || content.charAt(GRPC.length()) == '+'
                        || content.charAt(GRPC.length()) == ';');
    }

    private static int bytes(Http2Headers headers) {
        int bytes = 0;
        for (Map.Entry<CharSequence, CharSequence> field : headers) {
            bytes += field.getKey().length() + field.getValue().length() + FIELD_BYTES;
        }
        return bytes;
    }

    /**
     * The answer, which ends the stream.
     *
     * @param kind of stream that was asked for; null when it is none of ours
     */
    Http2Headers answer(@Nullable StreamKind kind) {
        Status status = CallStatus.status(closeStatus);
        Http2Headers answer = new DefaultHttp2Headers()
                .status(Integer.toString(httpStatus))
                .set(CONTENT_TYPE, GRPC)
                .set("grpc-status", Integer.toString(status.getCode().value()))
                .set("grpc-message", closeStatus.message());
        if (httpStatus == 405) {
            answer.set("allow", "POST");
        }
        if (httpStatus == 200 && status.getCode() == Status.Code.UNIMPLEMENTED) {
            answer.set("grpc-accept-encoding", encodings());
        }
        if (kind == StreamKind.PRODUCTION) {
            answer.set(CallStatus.ACCEPTED.name(), "0");
        }
        return answer;
    }
}
