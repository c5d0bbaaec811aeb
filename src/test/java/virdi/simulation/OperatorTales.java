package virdi.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;

/** The operator's acts in a history. */
final class OperatorTales {
    private final Random random;
    private final Flavour flavour;

    OperatorTales(Random random, Flavour flavour) {
        this.random = random;
        this.flavour = flavour;
    }

    OperatorCommand next(World world) {
        ResourceId resource = resource();
        return switch (random.nextInt(20)) {
            case 0, 1 -> new OperatorCommand.Inject(resource, Math.max(1, flavour.amount(random)));
            case 2, 3 -> new OperatorCommand.Purge(resource, purge(world, resource));
            case 4, 5, 6 -> new OperatorCommand.SetCapacity(resource, capacity(world, resource));
            case 7, 8, 9, 10 -> new OperatorCommand.Throttle(target(world), new Pace(flavour.pace(random)), time());
            case 11, 12 -> new OperatorCommand.Unthrottle(target(world));
            case 13, 14 -> new OperatorCommand.Disconnect(target(world), "");
            case 15, 16 -> new OperatorCommand.Block(target(world), "", time());
            case 17 -> new OperatorCommand.Unblock(target(world));
            case 18 -> new OperatorCommand.RequestNow(resource);
            default -> new OperatorCommand.Listen(random.nextInt(3) > 0);
        };
    }

    /** Any amount, or what brings the tank just to its resume mark, or next to it. */
    private long purge(World world, ResourceId resource) {
        for (ResourceState state : world.picture().resources()) {
            if (state.id().equals(resource) && random.nextBoolean()) {
                long above = state.ledger().level()
                        - state.dueUnits()
                        - state.marks().resumeUnits();
                return Math.max(1, above - 1 + random.nextInt(3));
            }
        }
        return Math.max(1, flavour.amount(random));
    }

    /** Any capacity, or one that the tank just fills, or just does not. */
    private long capacity(World world, ResourceId resource) {
        for (ResourceState state : world.picture().resources()) {
            if (state.id().equals(resource) && random.nextInt(3) == 0) {
                return Math.max(1, state.ledger().level() - state.dueUnits() - 1 + random.nextInt(3));
            }
        }
        return flavour.capacity(random);
    }

    private Target target(World world) {
        ClientId client = new ClientId(client());
        List<StreamId> streams = world.openStreams();
        return switch (random.nextInt(10)) {
            case 0 -> new Target.Resource(resource());
            case 1, 2 -> new Target.Client(client);
            case 3, 4 -> new Target.Inflow(resource());
            case 5, 6 -> new Target.Outflow(resource());
            case 7 -> new Target.Production(client, resource());
            case 8 -> new Target.Consumption(client, new ConsumerId("x" + random.nextInt(flavour.consumersPerClient)));
            default ->
                new Target.OneStream(streams.isEmpty() ? new StreamId(1) : streams.get(random.nextInt(streams.size())));
        };
    }

    /** How long a rule holds; half of them until they are lifted. */
    private @Nullable Duration time() {
        return random.nextBoolean() ? null : Duration.ofMillis(flavour.ruleMillis(random));
    }

    String client() {
        return "client-" + (char) ('a' + random.nextInt(flavour.clients));
    }

    ResourceId resource() {
        return new ResourceId(random.nextInt(flavour.resources) == 0 ? "iron" : "coal");
    }
}
