package virdi.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import virdi.app.RestartableBroker;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Outcome;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;

/** An operator who touches whatever stands there. One thread at a time. */
final class Operator {
    private final World world;
    private final RestartableBroker broker;
    private final List<ResourceId> resources;
    private final SplittableRandom random;

    Operator(World world, RestartableBroker broker, List<String> resources, SplittableRandom random) {
        this.world = world;
        this.broker = broker;
        this.resources = resources.stream().map(ResourceId::new).toList();
        this.random = random;
    }

    void throttle() {
        act(new OperatorCommand.Throttle(throttleable(), new Pace(random.nextLong(1, 20_000)), soon()));
    }

    void pause() {
        act(new OperatorCommand.Throttle(throttleable(), Pace.PAUSED, soon()));
    }

    void disconnect() {
        act(new OperatorCommand.Disconnect(endable(), "chaos"));
    }

    void block() {
        act(new OperatorCommand.Block(endable(), "chaos", soon()));
    }

    void setCapacity() {
        act(new OperatorCommand.SetCapacity(resource(), random.nextLong(1, 30_000)));
    }

    void inject() {
        act(new OperatorCommand.Inject(resource(), random.nextLong(1, 5_000)));
        act(new OperatorCommand.Inject(new ResourceId(Herd.RESOURCE), 100));
    }

    void purge() {
        act(new OperatorCommand.Purge(resource(), random.nextLong(1, 10_000)));
    }

    void request() {
        act(new OperatorCommand.RequestNow(resource()));
    }

    /** Lifts all throttles and blocks, so that whoever half-closes can come to an end; waits for it. */
    void liftAll() {
        for (OperatorRule rule : broker.observatory().snapshot().rules()) {
            switch (rule) {
                case OperatorRule.Throttled throttle ->
                    submit(new OperatorCommand.Unthrottle(throttle.target())).join();
                case OperatorRule.Blocked block ->
                    submit(new OperatorCommand.Unblock(block.target())).join();
                case OperatorRule.CapacitySet capacity -> {}
            }
        }
    }

    private void act(OperatorCommand command) {
        var unused = submit(command);
    }

    CompletableFuture<Outcome> submit(OperatorCommand command) {
        boolean pauses = command instanceof OperatorCommand.Throttle throttle
                && throttle.pace().equals(Pace.PAUSED);
        String act = "acts: operator " + (pauses ? "Pause" : command.getClass().getSimpleName());
        return broker.submit(command).whenComplete((outcome, failure) -> {
            if (failure != null) {
                world.books().fault(command + " failed: " + failure);
            } else if (outcome instanceof Outcome.Refused) {
                world.tally().count(act + ", refused");
            } else {
                world.tally().count(act);
            }
        });
    }

    private Duration soon() {
        return Duration.ofMillis(random.nextLong(200, 3_000));
    }

    private ResourceId resource() {
        return resources.get(random.nextInt(resources.size()));
    }

    private Target throttleable() {
        StreamState stream = anyStream();
        return stream == null
                ? new Target.Inflow(resource())
                : switch (random.nextInt(6)) {
                    case 0 -> new Target.Inflow(resource());
                    case 1 -> new Target.Outflow(resource());
                    case 2 -> new Target.Client(stream.peer().client());
                    default -> party(stream);
                };
    }

    private Target endable() {
        StreamState stream = anyStream();
        return stream == null
                ? new Target.Resource(resource())
                : switch (random.nextInt(8)) {
                    case 0 -> new Target.Resource(resource());
                    case 1, 2 -> new Target.Client(stream.peer().client());
                    case 3, 4 -> new Target.OneStream(stream.id());
                    default -> party(stream);
                };
    }

    private static Target party(StreamState stream) {
        return stream instanceof ConsumerState consumer
                ? new Target.Consumption(
                        consumer.peer().client(), consumer.spec().consumer())
                : new Target.Production(stream.peer().client(), stream.resource());
    }

    /** Null while nobody is there. */
    private @Nullable StreamState anyStream() {
        BrokerSnapshot snapshot = broker.observatory().snapshot();
        List<StreamState> streams = new ArrayList<>(snapshot.offers());
        streams.addAll(snapshot.productions());
        snapshot.consumers().stream().filter(it -> !Herd.isMember(it)).forEach(streams::add);
        return streams.isEmpty() ? null : streams.get(random.nextInt(streams.size()));
    }
}
