package virdi.bench;

import io.grpc.InsecureServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceConsumption;
import virdi.proto.ResourceProduction;
import virdi.proto.VirdiGrpc;

/**
 * The baseline: the least grpc-java server that speaks the proto, with the transport settings of the broker. It passes
 * units on with no buffer, no credit, no pace and no ledger: with a coalescing of 0 each message to the next consumer at
 * once, otherwise what came within the interval in equal parts to all.
 */
public final class ThinServer extends VirdiGrpc.VirdiImplBase {
    private static final int FLOW_CONTROL_WINDOW_BYTES = 65_536;

    private final Map<String, Resource> resources = new ConcurrentHashMap<>();
    private final boolean coalesces;

    private ThinServer(boolean coalesces) {
        this.coalesces = coalesces;
    }

    /** @param args port, and the coalescing in milliseconds */
    public static void main(String[] args) throws Exception {
        long coalescing = Long.parseLong(args[1]);
        var service = new ThinServer(coalescing > 0);
        EventLoopGroup threads =
                new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());
        var server = NettyServerBuilder.forAddress(
                        new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])),
                        InsecureServerCredentials.create())
                .flowControlWindow(FLOW_CONTROL_WINDOW_BYTES)
                .maxConcurrentCallsPerConnection(1_000)
                .channelType(NioServerSocketChannel.class)
                .bossEventLoopGroup(threads)
                .workerEventLoopGroup(threads)
                .directExecutor()
                .addService(service)
                .build()
                .start();
        if (coalescing > 0) {
            var unused = Executors.newSingleThreadScheduledExecutor()
                    .scheduleAtFixedRate(service::passOn, coalescing, coalescing, TimeUnit.MILLISECONDS);
        }
        System.out.println("listening on 127.0.0.1:" + server.getPort());
        server.awaitTermination();
    }

    private Resource resource(String name) {
        return resources.computeIfAbsent(name, id -> new Resource());
    }

    private void passOn() {
        resources.values().forEach(Resource::passOn);
    }

    @Override
    public StreamObserver<ResourceProduction> produce(StreamObserver<ProductionResponse> answer) {
        return new StreamObserver<>() {
            private @Nullable Resource resource;

            @Override
            public void onNext(ResourceProduction message) {
                if (resource == null) {
                    resource = resource(message.getInitInfo().getResourceId());
                } else if (coalesces) {
                    resource.waiting.add(Integer.toUnsignedLong(message.getAmount()));
                } else {
                    resource.deliver(message.getAmount());
                }
            }

            @Override
            public void onError(Throwable error) {
                // The client is gone; there is nothing to keep.
            }

            @Override
            public void onCompleted() {
                answer.onNext(ProductionResponse.getDefaultInstance());
                answer.onCompleted();
            }
        };
    }

    @Override
    public void consume(ConsumptionRequest request, StreamObserver<ResourceConsumption> answer) {
        var consumer = (ServerCallStreamObserver<ResourceConsumption>) answer;
        Resource resource = resource(request.getResourceId());
        consumer.setOnCancelHandler(() -> resource.consumers.remove(consumer));
        resource.consumers.add(consumer);
    }

    private static final class Resource {
        private final List<ServerCallStreamObserver<ResourceConsumption>> consumers = new CopyOnWriteArrayList<>();
        private final AtomicInteger next = new AtomicInteger();
        private final LongAdder waiting = new LongAdder();

        void deliver(int amount) {
            int count = consumers.size();
            if (count > 0) {
                send(consumers.get(Math.floorMod(next.getAndIncrement(), count)), amount);
            }
        }

        void passOn() {
            long units = waiting.sumThenReset();
            int count = consumers.size();
            for (int i = 0; i < count; i++) {
                long part = units / count + (i < units % count ? 1 : 0);
                if (part > 0) {
                    send(consumers.get(i), (int) part);
                }
            }
        }

        private static void send(ServerCallStreamObserver<ResourceConsumption> consumer, int amount) {
            // A call takes messages from one thread at a time, and several producers may meet at a consumer.
            synchronized (consumer) {
                if (consumer.isReady()) {
                    consumer.onNext(
                            ResourceConsumption.newBuilder().setAmount(amount).build());
                }
            }
        }
    }
}
