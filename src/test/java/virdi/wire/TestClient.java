package virdi.wire;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionOffer;
import virdi.proto.ProductionRequest;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceConsumption;
import virdi.proto.ResourceProduction;
import virdi.proto.ResourceProductionInitInfo;
import virdi.proto.VirdiGrpc;

/** A client as others write it: the generated stubs and the {@code client-id} metadata. */
record TestClient(ManagedChannel channel, @Nullable String clientId) implements AutoCloseable {
    /** A production that the test feeds. */
    record Producing(Heard<ResourceProduction, ProductionResponse> heard) {
        Producing init(String resource) {
            return send(ResourceProduction.newBuilder()
                    .setInitInfo(ResourceProductionInitInfo.newBuilder().setResourceId(resource))
                    .build());
        }

        Producing amount(long units) {
            return send(ResourceProduction.newBuilder().setAmount((int) units).build());
        }

        Producing send(ResourceProduction message) {
            heard.call().onNext(message);
            return this;
        }

        Producing halfClose() {
            heard.call().onCompleted();
            return this;
        }

        Heard.End awaitEnd() {
            return heard.awaitEnd();
        }
    }

    Heard<ProductionOffer, ProductionRequest> offer(String resource) {
        var trailers = new AtomicReference<Metadata>();
        var heard = new Heard<ProductionOffer, ProductionRequest>(trailers, true);
        stub(trailers)
                .offerProduction(
                        ProductionOffer.newBuilder().setResourceId(resource).build(), heard);
        return heard;
    }

    Producing produce() {
        var trailers = new AtomicReference<Metadata>();
        var heard = new Heard<ResourceProduction, ProductionResponse>(trailers, true);
        var unused = stub(trailers).produce(heard);
        return new Producing(heard);
    }

    Producing produce(String resource) {
        return produce().init(resource);
    }

    /** A production whose messages travel compressed. */
    Producing produceCompressed(String resource) {
        var trailers = new AtomicReference<Metadata>();
        var heard = new Heard<ResourceProduction, ProductionResponse>(trailers, true);
        var unused = stub(trailers).withCompression("gzip").produce(heard);
        return new Producing(heard).init(resource);
    }

    Heard<ConsumptionRequest, ResourceConsumption> consume(String consumer, String resource, long maxRate) {
        return consume(request(consumer, resource, maxRate).build());
    }

    Heard<ConsumptionRequest, ResourceConsumption> consume(ConsumptionRequest request) {
        return consume(request, true);
    }

    /** A consumer that opens its stream and never reads from it. */
    Heard<ConsumptionRequest, ResourceConsumption> consumeWithoutReading(ConsumptionRequest request) {
        return consume(request, false);
    }

    private Heard<ConsumptionRequest, ResourceConsumption> consume(ConsumptionRequest request, boolean reads) {
        var trailers = new AtomicReference<Metadata>();
        var heard = new Heard<ConsumptionRequest, ResourceConsumption>(trailers, reads);
        stub(trailers).consume(request, heard);
        return heard;
    }

    static ConsumptionRequest.Builder request(String consumer, String resource, long maxRate) {
        return ConsumptionRequest.newBuilder()
                .setConsumerId(consumer)
                .setResourceId(resource)
                .setMaxRate((int) maxRate);
    }

    private VirdiGrpc.VirdiStub stub(AtomicReference<Metadata> trailers) {
        var headers = new Metadata();
        if (clientId != null) {
            headers.put(Caller.CLIENT_ID, clientId);
        }
        return VirdiGrpc.newStub(channel)
                .withInterceptors(
                        MetadataUtils.newAttachHeadersInterceptor(headers),
                        MetadataUtils.newCaptureMetadataInterceptor(new AtomicReference<>(), trailers));
    }

    /** Gone without a word, as a killed process. */
    void kill() {
        channel.shutdownNow();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
