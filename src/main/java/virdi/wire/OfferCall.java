package virdi.wire;

import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import java.time.Duration;
import java.util.Optional;
import virdi.engine.StreamDesk;
import virdi.model.IdText;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.proto.ProductionOffer;
import virdi.proto.ProductionRequest;

/** One {@code OfferProduction} stream; threads as its two sides tell. */
final class OfferCall extends SingleRequestCall<ProductionOffer, ProductionRequest> implements StreamDesk.OfferOutlet {
    private OfferCall(ServerCall<Inbound<ProductionOffer>, ProductionRequest> call, Caller caller, StreamDesk desk) {
        super(call, caller, desk);
    }

    /** Opens offers at the desk. */
    static ServerCallHandler<Inbound<ProductionOffer>, ProductionRequest> handler(
            StreamDesk desk, Duration firstMessageTimeout) {
        return (call, headers) -> new OfferCall(call, Caller.of(call, headers), desk).await(firstMessageTimeout);
    }

    @Override
    Optional<String> problem(ProductionOffer offer) {
        return IdText.problem("resource_id", offer.getResourceId());
    }

    @Override
    StreamDesk.Inlet open(Peer peer, ProductionOffer offer) {
        return desk.openOffer(peer, new ResourceId(offer.getResourceId()), this);
    }

    @Override
    public void request() {
        send(ProductionRequest.getDefaultInstance());
    }
}
