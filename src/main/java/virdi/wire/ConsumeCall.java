package virdi.wire;

import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import java.time.Duration;
import java.util.Optional;
import virdi.engine.StreamGateway;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.IdText;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.Units;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ResourceConsumption;

/** One {@code Consume} stream; threads as its two sides tell. */
final class ConsumeCall extends SingleRequestCall<ConsumptionRequest, ResourceConsumption>
        implements StreamGateway.ConsumeOutlet {
    private ConsumeCall(
            ServerCall<Inbound<ConsumptionRequest>, ResourceConsumption> call, Caller caller, StreamGateway gateway) {
        super(call, caller, gateway);
    }

    /** Opens consumers at the desk. */
    static ServerCallHandler<Inbound<ConsumptionRequest>, ResourceConsumption> handler(
            StreamGateway gateway, Duration firstMessageTimeout) {
        return (call, headers) -> new ConsumeCall(call, Caller.of(call, headers), gateway).await(firstMessageTimeout);
    }

    @Override
    StreamGateway.Inlet open(Peer peer, ConsumptionRequest request) {
        ConsumptionSpec spec = new ConsumptionSpec(
                new ConsumerId(request.getConsumerId()),
                new ResourceId(request.getResourceId()),
                Units.fromUint32(request.getMaxRate()),
                Units.fromUint32(request.getBufferLimit()),
                Units.fromUint32(request.getCurrentBufferAmount()));
        return gateway.openConsumption(peer, spec, this);
    }

    @Override
    Optional<String> problem(ConsumptionRequest request) {
        return IdText.problem("consumer_id", request.getConsumerId())
                .or(() -> IdText.problem("resource_id", request.getResourceId()))
                .or(() -> request.getMaxRate() == 0
                        ? Optional.of("max_rate is 0; expected 1 or more units per minute")
                        : Optional.empty());
    }

    @Override
    public boolean deliver(long units) {
        // The narrowing keeps the low 32 bits, which is how Java spells a uint32.
        return send(ResourceConsumption.newBuilder().setAmount((int) units).build());
    }
}
