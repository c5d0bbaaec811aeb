package virdi.soak;

import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import virdi.model.StreamKind;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceProduction;
import virdi.proto.ResourceProductionInitInfo;
import virdi.proto.VirdiGrpc;

/** One {@code Produce} stream; one thread at a time produces. */
final class ProduceStream extends OpenCall<ResourceProduction, ProductionResponse> {
    private static final Metadata.Key<String> ACCEPTED =
            Metadata.Key.of("virdi-accepted", Metadata.ASCII_STRING_MARSHALLER);

    private final String resource;
    private volatile long sent;
    private volatile Status.@Nullable Code code;
    /** Half-closed or given up: gRPC wants nothing sent after either. */
    private boolean done;

    ProduceStream(World world, Link link, String resource, Runnable whenOver) {
        super(world, link, VirdiGrpc.getProduceMethod(), whenOver);
        this.resource = resource;
    }

    void open() {
        start();
        call().request(2);
        call().sendMessage(ResourceProduction.newBuilder()
                .setInitInfo(ResourceProductionInitInfo.newBuilder().setResourceId(resource))
                .build());
    }

    boolean isReady() {
        return call().isReady();
    }

    /** How it ended; null while it is open. */
    Status.@Nullable Code code() {
        return code;
    }

    synchronized void send(int units) {
        if (!isOver() && !done) {
            // Counted before it is sent: the broker may have taken and told it before this returns.
            sent += units;
            call().sendMessage(ResourceProduction.newBuilder().setAmount(units).build());
            tally().count("messages of producers");
        }
    }

    synchronized void finish() {
        if (!isOver() && !done) {
            done = true;
            call().halfClose();
        }
    }

    @Override
    synchronized void cancel() {
        done = true;
        super.cancel();
    }

    @Override
    void ended(Status status, boolean byBroker, Metadata trailers) {
        code = status.getCode();
        String told = trailers.get(ACCEPTED);
        Books.Account account = new Books.Account(StreamKind.PRODUCTION, client(), resource, resource);
        if (told == null) {
            if (byBroker) {
                books().fault(account + " ended with " + status + " without telling what was accepted");
            }
            books().moved(account, new Books.Span(0, sent));
            return;
        }
        long accepted = Long.parseLong(told);
        if (accepted > sent || (status.isOk() && accepted != sent)) {
            books().fault(account + " ended with " + status + " and was told " + accepted + " of " + sent);
        }
        books().moved(account, Books.Span.exactly(accepted));
    }
}
