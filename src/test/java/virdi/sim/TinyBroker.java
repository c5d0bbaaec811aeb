package virdi.sim;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionOffer;
import virdi.proto.ProductionRequest;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceConsumption;
import virdi.proto.ResourceProduction;
import virdi.proto.VirdiGrpc;

/** A real server that speaks the proto and does what a test tells it; streams arrive in its queues. */
final class TinyBroker extends VirdiGrpc.VirdiImplBase implements AutoCloseable {
    private static final Metadata.Key<String> CLIENT_ID =
            Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);

    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 21_999;

    final BlockingQueue<Offered> offers = new LinkedBlockingQueue<>();
    final BlockingQueue<Producing> productions = new LinkedBlockingQueue<>();
    final BlockingQueue<Consuming> consumptions = new LinkedBlockingQueue<>();
    final Queue<String> clientIds = new ConcurrentLinkedQueue<>();
    private final Server server;

    /** Whether productions are read without being told to. */
    volatile boolean readsProductions = true;

    /**
     * Listens on a port below those that systems hand out for connections. While a broker is away, its own client may be
     * given any of those as the source of its next attempt, and a restarted broker could not have it back.
     */
    TinyBroker() {
        Server started = null;
        for (int port = FIRST_PORT; started == null; port++) {
            try {
                started = start(port);
            } catch (IOException e) {
                if (port == LAST_PORT) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        server = started;
    }

    TinyBroker(int port) {
        try {
            server = start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Server start(int port) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(this)
                .flowControlWindow(1024)
                .intercept(new ClientIds())
                .build()
                .start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
    }

    /** The next stream, or a failure after 15 seconds. */
    static <T> T next(BlockingQueue<T> streams) throws InterruptedException {
        T stream = streams.poll(15, TimeUnit.SECONDS);
        if (stream == null) {
            throw new AssertionError("no stream was opened within 15 seconds");
        }
        return stream;
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow();
        server.awaitTermination(5, TimeUnit.SECONDS);
    }

    @Override
    public void offerProduction(ProductionOffer offer, StreamObserver<ProductionRequest> out) {
        offers.add(new Offered(offer.getResourceId(), watched(out)));
    }

    @Override
    public StreamObserver<ResourceProduction> produce(StreamObserver<ProductionResponse> out) {
        Producing producing = new Producing(watched(out));
        if (!readsProductions) {
            producing.out.disableAutoRequest();
            producing.out.request(1);
        }
        return producing;
    }

    @Override
    public void consume(ConsumptionRequest request, StreamObserver<ResourceConsumption> out) {
        consumptions.add(new Consuming(request, watched(out)));
    }

    private static <T> ServerCallStreamObserver<T> watched(StreamObserver<T> out) {
        var call = (ServerCallStreamObserver<T>) out;
        call.setOnCancelHandler(() -> {});
        return call;
    }

    /** An open offer. */
    record Offered(String resource, ServerCallStreamObserver<ProductionRequest> out) {
        void request() {
            out.onNext(ProductionRequest.getDefaultInstance());
        }
    }

    /** An open consumer. */
    record Consuming(ConsumptionRequest request, ServerCallStreamObserver<ResourceConsumption> out) {
        void deliver(int units) {
            out.onNext(ResourceConsumption.newBuilder().setAmount(units).build());
        }
    }

    /** An open production; in the queue once its first message has come. */
    final class Producing implements StreamObserver<ResourceProduction> {
        final ServerCallStreamObserver<ProductionResponse> out;
        final AtomicLong units = new AtomicLong();
        volatile @Nullable String resource;
        volatile boolean halfClosed;

        Producing(ServerCallStreamObserver<ProductionResponse> out) {
            this.out = out;
        }

        void end(Status status, long accepted) {
            Metadata trailers = new Metadata();
            trailers.put(Metadata.Key.of("virdi-accepted", Metadata.ASCII_STRING_MARSHALLER), Long.toString(accepted));
            out.onError(status.asRuntimeException(trailers));
        }

        @Override
        public void onNext(ResourceProduction message) {
            if (message.hasInitInfo()) {
                resource = message.getInitInfo().getResourceId();
                productions.add(this);
            } else {
                units.addAndGet(Integer.toUnsignedLong(message.getAmount()));
            }
        }

        @Override
        public void onError(Throwable failure) {
            halfClosed = false;
        }

        @Override
        public void onCompleted() {
            halfClosed = true;
            out.onNext(ProductionResponse.getDefaultInstance());
            out.onCompleted();
        }
    }

    private final class ClientIds implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            clientIds.add(call.getMethodDescriptor().getFullMethodName() + " " + headers.get(CLIENT_ID));
            call.setOnReadyThreshold(256);
            return next.startCall(call, headers);
        }
    }
}
