package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls that send whatever bytes they like, which generated stubs cannot. */
final class RawCall {
    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private final ClientCall<byte[], byte[]> call;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CompletableFuture<Heard.End> ended = new CompletableFuture<>();

    private RawCall(ManagedChannel channel, String method, CallOptions options, Metadata headers) {
        var descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                .setFullMethodName(method)
                .setRequestMarshaller(BYTES)
                .setResponseMarshaller(BYTES)
                .build();
        call = channel.newCall(descriptor, options);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onHeaders(Metadata responded) {
                        opened.countDown();
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        @Nullable String message = status.getDescription();
                        ended.complete(new Heard.End(
                                status.getCode(), message == null ? "" : message, trailers.get(CallStatus.ACCEPTED)));
                    }
                },
                headers);
        call.request(100);
    }

    /** Sends messages on a method and leaves it open. */
    static RawCall open(ManagedChannel channel, String method, byte[]... messages) {
        return new RawCall(channel, method, CallOptions.DEFAULT, new Metadata()).send(messages);
    }

    /** Sends messages on a method and half-closes; what became of it. */
    static Heard.End end(ManagedChannel channel, String method, CallOptions options, byte[]... messages) {
        return end(channel, method, options, new Metadata(), messages);
    }

    /** The same with metadata. */
    static Heard.End end(
            ManagedChannel channel, String method, CallOptions options, Metadata headers, byte[]... messages) {
        RawCall raw = new RawCall(channel, method, options, headers).send(messages);
        raw.call.halfClose();
        return raw.awaitEnd();
    }

    /** Waits until the server has seen the call. */
    RawCall awaitOpened() throws InterruptedException {
        assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
        return this;
    }

    RawCall send(byte[]... messages) {
        for (byte[] message : messages) {
            call.sendMessage(message);
        }
        return this;
    }

    Heard.End awaitEnd() {
        try {
            return ended.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the call did not end", e);
        }
    }
}
