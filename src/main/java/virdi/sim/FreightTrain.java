package virdi.sim;

import java.net.InetSocketAddress;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The client that comes and goes, used by the simulation's thread only: a train that arrives about every 25 seconds, brings
 * plates that nobody asked for, loads copper for some seconds and leaves by dropping its connection.
 *
 * <p>Every tenth time it brings so many plates that they make up for what the factories used beyond their production
 * since: so plates drain slowly, visit by visit, and yet never run out for good.
 */
final class FreightTrain {
    private static final long FIRST_ARRIVAL_MILLIS = 6_000;
    private static final long SHORTEST_STAY_MILLIS = 8_000;
    private static final long LONGEST_STAY_MILLIS = 10_000;
    private static final long SHORTEST_AWAY_MILLIS = 12_000;
    private static final long LONGEST_AWAY_MILLIS = 20_000;
    private static final long USUAL_PLATES = 120;
    private static final long MANY_PLATES = 2_400;
    private static final int VISITS_BETWEEN_MANY = 10;

    private final SimThread thread;
    private final InetSocketAddress broker;
    private final long seed;
    private final SplittableRandom random;
    private int visits;
    private @Nullable SimClient client;
    private boolean closed;

    FreightTrain(SimThread thread, InetSocketAddress broker, long seed) {
        this.thread = thread;
        this.broker = broker;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    void start() {
        after(FIRST_ARRIVAL_MILLIS, this::arrive);
    }

    private void arrive() {
        if (closed) {
            return;
        }
        visits++;
        SimClient train = new SimClient(thread, broker, "train-1", seed + visits);
        client = train;
        long plates = visits % VISITS_BETWEEN_MANY == 0 ? MANY_PLATES : USUAL_PLATES;
        // Unloaded within about six seconds, however much it is, so that it can be watched.
        var unused = train.unload(
                ProducerPlan.of("plates", plates * 10).inMessagesOf(plates / 20).jittered(0.5), plates);
        var wagon = train.consume(ConsumerPlan.of("wagon-1", "copper", 600).holding(80, 0));
        after(random.nextLong(SHORTEST_STAY_MILLIS, LONGEST_STAY_MILLIS), () -> leave(train, wagon));
    }

    private void leave(SimClient train, SimConsumer wagon) {
        wagon.close();
        train.close();
        after(random.nextLong(SHORTEST_AWAY_MILLIS, LONGEST_AWAY_MILLIS), this::arrive);
    }

    private void after(long millis, Runnable next) {
        var unused = thread.after(TimeUnit.MILLISECONDS.toNanos(millis), next);
    }

    void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}
