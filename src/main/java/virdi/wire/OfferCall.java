package virdi.wire;

import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import java.time.Duration;
import java.util.Optional;
import virdi.engine.StreamGateway;
import virdi.model.IdText;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.proto.ProductionOffer;
import virdi.proto.ProductionRequest;

/** One {@code OfferProduction} stream; threads as its two sides tell. */
final class OfferCall extends SingleRequestCall<ProductionOffer, ProductionRequest>
        implements StreamGateway.OfferOutlet {
    private OfferCall(
            ServerCall<Inbound<ProductionOffer>, ProductionRequest> call, Caller caller, StreamGateway gateway) {
        super(call, caller, gateway);
    }

    /** Opens offers at the desk. */
    static ServerCallHandler<Inbound<ProductionOffer>, ProductionRequest> handler(
            StreamGateway gateway, Duration firstMessageTimeout) {
        return (call, headers) -> new OfferCall(call, Caller.of(call, headers), gateway).await(firstMessageTimeout);
    }

    @Override
    Optional<String> problem(ProductionOffer offer) {
        return IdText.problem("resource_id", offer.getResourceId());
    }

    @Override
    StreamGateway.Inlet open(Peer peer, ProductionOffer offer) {
        return gateway.openOffer(peer, new ResourceId(offer.getResourceId()), this);
    }

    @Override
    public void request() {
        send(ProductionRequest.getDefaultInstance());
    }
}
