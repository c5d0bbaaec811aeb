package virdi.wire;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import org.jspecify.annotations.Nullable;
import virdi.engine.StreamGateway;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionOffer;
import virdi.proto.ResourceProduction;
import virdi.proto.VirdiGrpc;

/**
 * All that is served on the port, whatever the transport: the three calls, health and reflection, behind the token if
 * there is one. Any thread.
 */
final class VirdiServices {
    private final ServerServiceDefinition virdi;
    private final HealthStatusManager health = new HealthStatusManager();
    private final StreamLimitInterceptor everyCall;
    private final @Nullable TokenInterceptor gate;
    private final int maxMessageBytes;

    VirdiServices(StreamGateway gateway, Connections connections, WireSettings.Limits limits, @Nullable String token) {
        this.virdi = virdi(gateway, limits);
        this.maxMessageBytes = limits.maxMessageBytes();
        this.everyCall = new StreamLimitInterceptor(gateway, connections, limits);
        this.gate = token == null ? null : new TokenInterceptor(gateway, token);
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.SERVING);
        health.setStatus(VirdiGrpc.SERVICE_NAME, ServingStatus.SERVING);
    }

    /** Adds everything to a server, which then runs callbacks on the transport's threads: none of them blocks. */
    void addTo(ServerBuilder<?> server) {
        server.directExecutor()
                .intercept(everyCall)
                .addService(virdi)
                .addService(LibraryServiceCall.guarded(health.getHealthService(), maxMessageBytes))
                .addService(LibraryServiceCall.guarded(ProtoReflectionServiceV1.newInstance(), maxMessageBytes))
                .addService(LibraryServiceCall.guarded(olderReflection(), maxMessageBytes));
        if (gate != null) {
            // The interceptor that is added last comes first.
            server.intercept(gate);
        }
    }

    /** Tells health checks that the end is near; for good. */
    void notServing() {
        health.enterTerminalState();
    }

    /** The version of reflection that grpcurl before 1.8.8 and older tools use. */
    @SuppressWarnings("deprecation") // it stays for them
    private static io.grpc.BindableService olderReflection() {
        return io.grpc.protobuf.services.ProtoReflectionService.newInstance();
    }

    private static ServerServiceDefinition virdi(StreamGateway gateway, WireSettings.Limits limits) {
        int maxMessageBytes = limits.maxMessageBytes();
        var offer =
                lenient(VirdiGrpc.getOfferProductionMethod(), ProductionOffer.parser(), maxMessageBytes, "resource_id");
        var produce = lenient(
                VirdiGrpc.getProduceMethod(), ResourceProduction.parser(), maxMessageBytes, "init_info.resource_id");
        var consume = lenient(
                VirdiGrpc.getConsumeMethod(),
                ConsumptionRequest.parser(),
                maxMessageBytes,
                "consumer_id and resource_id");
        ServiceDescriptor service = ServiceDescriptor.newBuilder(VirdiGrpc.SERVICE_NAME)
                .setSchemaDescriptor(VirdiGrpc.getServiceDescriptor().getSchemaDescriptor())
                .addMethod(offer)
                .addMethod(produce)
                .addMethod(consume)
                .build();
        return ServerServiceDefinition.builder(service)
                .addMethod(offer, OfferCall.handler(gateway, limits.firstMessageTimeout()))
                .addMethod(produce, ProduceCall.handler(gateway))
                .addMethod(consume, ConsumeCall.handler(gateway, limits.firstMessageTimeout()))
                .build();
    }

    /**
     * The generated method, with requests that are read without exceptions. A single request is declared as a stream,
     * which looks the same on the wire: or else gRPC itself would end a call with two of them as {@code INTERNAL}.
     */
    private static <M extends MessageLite, R> MethodDescriptor<Inbound<M>, R> lenient(
            MethodDescriptor<M, R> generated, Parser<M> parser, int maxMessageBytes, String ids) {
        MethodDescriptor.MethodType type = generated.getType().clientSendsOneMessage()
                ? MethodDescriptor.MethodType.BIDI_STREAMING
                : generated.getType();
        return generated.toBuilder(
                        new InboundMarshaller<>(parser, maxMessageBytes, ids), generated.getResponseMarshaller())
                .setType(type)
                .build();
    }
}
