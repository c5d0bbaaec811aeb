package virdi.soak;

import io.grpc.Metadata;
import io.grpc.Status;
import virdi.proto.ProductionOffer;
import virdi.proto.ProductionRequest;
import virdi.proto.VirdiGrpc;

/** One {@code OfferProduction} stream. */
final class OfferStream extends OpenCall<ProductionOffer, ProductionRequest> {
    private final String resource;
    private final Runnable onRequest;

    OfferStream(World world, Link link, String resource, Runnable onRequest, Runnable whenOver) {
        super(world, link, VirdiGrpc.getOfferProductionMethod(), whenOver);
        this.resource = resource;
        this.onRequest = onRequest;
    }

    void open() {
        start();
        call().sendMessage(ProductionOffer.newBuilder().setResourceId(resource).build());
        call().halfClose();
        call().request(1);
    }

    @Override
    public void onMessage(ProductionRequest request) {
        tally().count("requests to producers");
        onRequest.run();
        call().request(1);
    }

    @Override
    void ended(Status status, boolean byBroker, Metadata trailers) {
        if (status.isOk() || status.getCode() == Status.Code.RESOURCE_EXHAUSTED) {
            books().fault("the offer of " + resource + " by " + client() + " ended with " + status);
        }
    }
}
