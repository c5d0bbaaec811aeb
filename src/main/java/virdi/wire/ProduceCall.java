package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.IdText;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Units;
import virdi.proto.ProductionResponse;
import virdi.proto.ResourceProduction;

/**
 * The client's side of one {@code Produce} stream: only gRPC calls it, one callback at a time, and none of them blocks.
 * The broker's side is {@link Outlet}; the two share nothing but the call.
 *
 * <p>This is the message path: an amount goes from the transport's thread straight into the inlet. How many messages
 * the transport may bring is the broker's credit, so that a throttle holds the client by HTTP/2 flow control alone.
 */
final class ProduceCall extends ServerCall.Listener<Inbound<ResourceProduction>> {
    private enum Stage {
        /** Nothing has come yet. */
        AWAITS_INIT,
        /** The resource is known. */
        TAKES_AMOUNTS,
        /** The client broke the protocol or half-closed: whatever still comes is ignored. */
        OVER
    }

    private final StreamGateway.ProduceInlet inlet;
    private final StreamWatch watch;
    private final Runnable flush = this::flush;
    private boolean flushes;
    private Stage stage = Stage.AWAITS_INIT;

    private ProduceCall(StreamGateway.ProduceInlet inlet, StreamWatch watch) {
        this.inlet = inlet;
        this.watch = watch;
    }

    /** Opens productions at the desk. */
    static ServerCallHandler<Inbound<ResourceProduction>, ProductionResponse> handler(StreamGateway gateway) {
        return (call, headers) -> switch (Caller.of(call, headers)) {
            case Caller.Known known -> open(call, known.peer(), gateway);
            case Caller.Misnamed misnamed -> {
                CallStatus.refuse(call, gateway, misnamed.peer(), StreamKind.PRODUCTION, misnamed.closeStatus());
                yield new ServerCall.Listener<>() {};
            }
        };
    }

    private static ProduceCall open(
            ServerCall<Inbound<ResourceProduction>, ProductionResponse> call, Peer peer, StreamGateway gateway) {
        // Before anything else, so that a client that waits for them knows that it may send.
        call.sendHeaders(new Metadata());
        StreamGateway.ProduceInlet inlet = gateway.openProduction(peer, new Outlet(call));
        StreamWatch watch = StreamWatch.ofCall();
        var listener = new ProduceCall(inlet, watch);
        watch.onBroken(fault -> listener.broken(InboundMarshaller.problem(call, fault)));
        call.request(inlet.initialCredit());
        return listener;
    }

    @Override
    public void onMessage(Inbound<ResourceProduction> inbound) {
        watch.handsOver();
        if (stage == Stage.OVER) {
            return;
        }
        switch (inbound) {
            case Inbound.Message<ResourceProduction> message -> take(message.content());
            case Inbound.Unreadable<ResourceProduction> unreadable -> violated(unreadable.problem());
        }
    }

    private void broken(String problem) {
        if (stage != Stage.OVER) {
            violated(problem);
        }
    }

    private void take(ResourceProduction message) {
        switch (message.getPayloadCase()) {
            case AMOUNT -> {
                if (stage == Stage.TAKES_AMOUNTS) {
                    amount(Units.fromUint32(message.getAmount()));
                } else {
                    violated("expected init_info in the first message, but it carries amount");
                }
            }
            case INIT_INFO -> {
                if (stage == Stage.AWAITS_INIT) {
                    init(message.getInitInfo().getResourceId());
                } else {
                    violated("expected amount, but a second init_info came; one stream produces one resource");
                }
            }
            case PAYLOAD_NOT_SET ->
                violated(
                        stage == Stage.AWAITS_INIT
                                ? "expected init_info in the first message, but it carries neither init_info nor amount"
                                : "expected amount, but a message carries neither init_info nor amount");
        }
    }

    private void amount(long units) {
        inlet.amount(units);
        if (!flushes) {
            flushes = true;
            watch.afterRead().execute(flush);
        }
    }

    private void flush() {
        flushes = false;
        inlet.flush();
    }

    private void init(String resource) {
        IdText.problem("init_info.resource_id", resource).ifPresentOrElse(this::violated, () -> {
            stage = Stage.TAKES_AMOUNTS;
            inlet.init(new ResourceId(resource));
        });
    }

    private void violated(String problem) {
        stage = Stage.OVER;
        inlet.violated(CloseStatus.invalid(problem));
    }

    @Override
    public void onHalfClose() {
        switch (stage) {
            case AWAITS_INIT ->
                violated("expected init_info in the first message, but the stream was half-closed without any");
            case TAKES_AMOUNTS -> {
                stage = Stage.OVER;
                inlet.halfClosed();
            }
            case OVER -> {}
        }
    }

    @Override
    public void onReady() {
        inlet.ready();
    }

    @Override
    public void onCancel() {
        stage = Stage.OVER;
        inlet.cancelled();
    }

    /**
     * The broker's side; only the broker's thread calls it. A client that cancels at the same moment is harmless: gRPC
     * ignores what is sent to a cancelled call.
     */
    private record Outlet(ServerCall<Inbound<ResourceProduction>, ProductionResponse> call)
            implements StreamGateway.ProduceOutlet {
        @Override
        public boolean isReady() {
            return call.isReady();
        }

        @Override
        public void readMore(int messages) {
            call.request(messages);
        }

        @Override
        public void close(CloseStatus closeStatus, long units) {
            if (closeStatus.code() == CloseStatus.Code.OK) {
                call.sendMessage(ProductionResponse.getDefaultInstance());
            }
            call.close(CallStatus.status(closeStatus), CallStatus.accepted(units));
        }
    }
}
