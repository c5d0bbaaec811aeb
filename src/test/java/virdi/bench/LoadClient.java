package virdi.bench;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceConsumption;
import virdi.proto.ResourceProduction;
import virdi.proto.ResourceProductionInitInfo;
import virdi.proto.VirdiGrpc;

/** One connection with streams as cheap as gRPC has them; callbacks run on its own transport thread. */
final class LoadClient implements AutoCloseable {
    private static final Metadata.Key<String> CLIENT_ID =
            Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);
    static final ResourceProduction ONE =
            ResourceProduction.newBuilder().setAmount(1).build();

    private final ManagedChannel channel;
    /** Endings that nobody asked for; a run that has any is worth nothing. */
    final ConcurrentLinkedQueue<Status> failures = new ConcurrentLinkedQueue<>();

    private volatile boolean closing;

    LoadClient(int port) {
        channel = NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                .usePlaintext()
                .directExecutor()
                .flowControlWindow(1 << 20)
                .build();
    }

    private static Metadata named(String client) {
        Metadata headers = new Metadata();
        headers.put(CLIENT_ID, client);
        return headers;
    }

    /** Opens a consumer; each message's units go to {@code taken}. */
    void consume(String client, String consumer, String resource, long maxRate, LongConsumer taken) {
        ClientCall<ConsumptionRequest, ResourceConsumption> call =
                channel.newCall(VirdiGrpc.getConsumeMethod(), CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(ResourceConsumption message) {
                        taken.accept(Integer.toUnsignedLong(message.getAmount()));
                        call.request(1);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended(status);
                    }
                },
                named(client));
        call.request(1_000);
        call.sendMessage(ConsumptionRequest.newBuilder()
                .setConsumerId(consumer)
                .setResourceId(resource)
                .setMaxRate((int) maxRate)
                .build());
        call.halfClose();
    }

    /** Opens a production that sends as fast as flow control lets it. */
    ClientCall<ResourceProduction, ProductionResponse> produce(String client, String resource, LongAdder sent) {
        return produce(client, resource, new Flood(sent));
    }

    /** Opens a production that sends its init_info and leaves the rest to the caller, one thread at a time. */
    ClientCall<ResourceProduction, ProductionResponse> produce(String client, String resource) {
        return produce(client, resource, new Flood(null));
    }

    private ClientCall<ResourceProduction, ProductionResponse> produce(String client, String resource, Flood flood) {
        ClientCall<ResourceProduction, ProductionResponse> call =
                channel.newCall(VirdiGrpc.getProduceMethod(), CallOptions.DEFAULT);
        ResourceProduction init = ResourceProduction.newBuilder()
                .setInitInfo(ResourceProductionInitInfo.newBuilder().setResourceId(resource))
                .build();
        if (flood.sent != null) {
            // The flood begins on the transport's thread as soon as it is ready, so the first message is sent there.
            flood.call = call;
            flood.init = init;
        }
        call.start(flood, named(client));
        call.request(1);
        if (flood.sent == null) {
            call.sendMessage(init);
        }
        return call;
    }

    private void ended(Status status) {
        if (!closing) {
            failures.add(status);
        }
    }

    /** Sends as fast as flow control lets it. */
    private final class Flood extends ClientCall.Listener<ProductionResponse> {
        private final @Nullable LongAdder sent;
        private @Nullable ClientCall<ResourceProduction, ProductionResponse> call;
        private @Nullable ResourceProduction init;

        Flood(@Nullable LongAdder sent) {
            this.sent = sent;
        }

        @Override
        public void onReady() {
            var open = call;
            if (open == null || sent == null) {
                return;
            }
            if (init != null) {
                open.sendMessage(init);
                init = null;
            }
            long messages = 0;
            while (!closing && open.isReady()) {
                open.sendMessage(ONE);
                messages++;
            }
            sent.add(messages);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            ended(status);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }
}
