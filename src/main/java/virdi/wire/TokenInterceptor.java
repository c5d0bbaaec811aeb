package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;

/**
 * Lets in only calls that carry the token, as {@code authorization: Bearer <token>}; any thread. Holds for health and
 * reflection too: without the token the port tells nothing.
 */
final class TokenInterceptor implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final StreamGateway gateway;
    private final byte[] expected;

    TokenInterceptor(StreamGateway gateway, String token) {
        this.gateway = gateway;
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String given = headers.get(AUTHORIZATION);
        // A comparison that takes the same time however much of a guess is right.
        if (given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected)) {
            return next.startCall(call, headers);
        }
        String wrong = given == null ? "no token" : "not the right token";
        return CallStatus.refuse(
                call,
                gateway,
                Caller.unnamed(call),
                new CloseStatus(
                        CloseStatus.Code.UNAUTHENTICATED,
                        wrong + "; expected the metadata 'authorization: Bearer <token>' with this broker's token"));
    }
}
