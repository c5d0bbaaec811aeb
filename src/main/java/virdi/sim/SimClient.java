package virdi.sim;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import virdi.proto.VirdiGrpc;

/**
 * A simulated program, called by any thread: one name, one connection, any number of producers and consumers. It connects
 * when its first stream opens, and again whenever the connection was lost.
 *
 * <p>Two clients with the same name, seed and plans make the same random choices.
 */
public final class SimClient implements AutoCloseable {
    private static final Metadata.Key<String> CLIENT_ID =
            Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);
    /**
     * Bytes that one stream may be sent before this client has read them. gRPC's 64 KiB would hide a slow reader behind eight
     * thousand unread deliveries.
     */
    private static final int WINDOW_BYTES = 4096;

    private final SimThread thread;
    private final String name;
    private final long seed;
    private final ManagedChannel channel;
    private final VirdiGrpc.VirdiStub stub;
    /** Touched on the simulation's thread only. */
    private final List<SimStream> streams = new ArrayList<>();

    private volatile boolean closed;

    /**
     * @param thread where the client lives; may be shared by many
     * @param name sent as {@code client-id}; ASCII
     */
    public SimClient(SimThread thread, InetSocketAddress broker, String name, long seed) {
        this.thread = thread;
        this.name = name;
        this.seed = seed;
        Metadata headers = new Metadata();
        headers.put(CLIENT_ID, name);
        channel = NettyChannelBuilder.forAddress(broker)
                .usePlaintext()
                .executor(thread)
                .flowControlWindow(WINDOW_BYTES)
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
        stub = VirdiGrpc.newStub(channel);
    }

    /** Offers a resource from now on and produces it when asked. */
    public SimProducer produce(ProducerPlan plan) {
        return make(plan, List.of());
    }

    /**
     * Offers a resource and makes it of others: each unit takes one unit out of the buffer of each ingredient, and while
     * one of them is missing nothing is made.
     */
    public SimProducer make(ProducerPlan plan, List<SimConsumer> ingredients) {
        SimProducer producer = new SimProducer(this, plan, List.copyOf(ingredients));
        thread.execute(producer::start);
        return producer;
    }

    /** Consumes from now on. */
    public SimConsumer consume(ConsumerPlan plan) {
        SimConsumer consumer = new SimConsumer(this, plan);
        thread.execute(consumer::start);
        return consumer;
    }

    /**
     * Brings so many units without having been asked, at the plan's pace, and half-closes.
     *
     * @return the units that the broker says it accepted; completes when the stream has ended, however it did
     */
    public CompletableFuture<Long> unload(ProducerPlan plan, long units) {
        CompletableFuture<Long> accepted = new CompletableFuture<>();
        unload(plan, units, (status, acceptedUnits, lived) -> accepted.complete(acceptedUnits));
        return accepted;
    }

    /** The same, telling also how and after how long the stream ended. */
    void unload(ProducerPlan plan, long units, SimProduceCall.Ended whenEnded) {
        SimProduceCall freight = new SimProduceCall(this, plan, units, List.of(), new AtomicLong(), whenEnded);
        thread.execute(freight::open);
    }

    /** The {@code client-id}. */
    public String name() {
        return name;
    }

    /** Drops the connection and with it every stream; does not wait. A closed client stays closed. */
    @Override
    public void close() {
        closed = true;
        channel.shutdownNow();
        thread.execute(() -> List.copyOf(streams).forEach(SimStream::close));
    }

    /** Waits until the connection is gone, after {@link #close}. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return channel.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isClosed() {
        return closed;
    }

    SimThread thread() {
        return thread;
    }

    VirdiGrpc.VirdiStub stub() {
        return stub;
    }

    /** The randomness of one stream, the same in each run. */
    RandomGenerator randomFor(String stream) {
        return new SplittableRandom(seed * 31 * 31 + name.hashCode() * 31L + stream.hashCode());
    }

    /** On the simulation's thread: lets the stream end with its client. */
    void keep(SimStream stream) {
        streams.add(stream);
    }

    /** On the simulation's thread: the stream has ended for good. */
    void forget(SimStream stream) {
        streams.remove(stream);
    }

    /** Connects at once instead of when gRPC's own back-off would; this package has one of its own. */
    void reconnect() {
        channel.resetConnectBackoff();
    }
}
