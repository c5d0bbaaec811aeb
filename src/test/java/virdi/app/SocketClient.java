package virdi.app;

import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionOffer;
import virdi.proto.ProductionRequest;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceConsumption;
import virdi.proto.ResourceProduction;
import virdi.proto.ResourceProductionInitInfo;
import virdi.proto.VirdiGrpc;

/** A client over a socket: the generated stubs with the {@code client-id} metadata. */
final class SocketClient implements AutoCloseable {
    private static final Metadata.Key<String> CLIENT_ID =
            Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final VirdiGrpc.VirdiStub stub;

    /** Records the messages of a stream with their times, and its end. Any thread. */
    static final class Heard<R> implements StreamObserver<R> {
        private final List<R> messages = new CopyOnWriteArrayList<>();
        private final List<Long> arrivals = new CopyOnWriteArrayList<>();
        private volatile long newestNanos;
        private volatile @Nullable Status ended;

        @Override
        public void onNext(R message) {
            newestNanos = System.nanoTime();
            arrivals.add(newestNanos);
            messages.add(message);
        }

        @Override
        public void onError(Throwable error) {
            newestNanos = System.nanoTime();
            ended = Status.fromThrowable(error);
        }

        @Override
        public void onCompleted() {
            newestNanos = System.nanoTime();
            ended = Status.OK;
        }

        List<R> messages() {
            return messages;
        }

        /** When a message came, counted from 0; {@link System#nanoTime}. */
        long arrivedNanos(int number) {
            return arrivals.get(number);
        }

        /** When the newest message, or the end, came; {@link System#nanoTime}. */
        long newestNanos() {
            return newestNanos;
        }

        boolean isOpen() {
            return ended == null;
        }

        Heard<R> awaitMessages(int count) {
            soon(() -> messages.size() >= count);
            return this;
        }

        Status awaitEnd() {
            soon(() -> !isOpen());
            Status status = ended;
            return status == null ? Status.UNKNOWN : status;
        }
    }

    SocketClient(int port, String name) {
        channel = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext()
                .build();
        Metadata headers = new Metadata();
        headers.put(CLIENT_ID, name);
        stub = VirdiGrpc.newStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    Heard<ResourceConsumption> consume(String consumer, String resource, int maxRate) {
        Heard<ResourceConsumption> heard = new Heard<>();
        stub.consume(
                ConsumptionRequest.newBuilder()
                        .setConsumerId(consumer)
                        .setResourceId(resource)
                        .setMaxRate(maxRate)
                        .build(),
                heard);
        return heard;
    }

    Heard<ProductionRequest> offer(String resource) {
        Heard<ProductionRequest> heard = new Heard<>();
        stub.offerProduction(
                ProductionOffer.newBuilder().setResourceId(resource).build(), heard);
        return heard;
    }

    /** Produces so many units in one message and half-closes. */
    Heard<ProductionResponse> produce(String resource, int units) {
        Heard<ProductionResponse> heard = new Heard<>();
        StreamObserver<ResourceProduction> production = stub.produce(heard);
        production.onNext(ResourceProduction.newBuilder()
                .setInitInfo(ResourceProductionInitInfo.newBuilder().setResourceId(resource))
                .build());
        production.onNext(ResourceProduction.newBuilder().setAmount(units).build());
        production.onCompleted();
        return heard;
    }

    /** Waits until something is so. */
    static void soon(BooleanSupplier condition) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(2)).until(condition::getAsBoolean);
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow().awaitTermination(1, TimeUnit.MINUTES);
    }
}
