package virdi.soak;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import virdi.proto.ConsumptionRequest;

/**
 * A client with one consumer. Some of its streams live for a while and are then cancelled, as by a client whose own
 * buffer is full, unless something else ends them before.
 */
final class ConsumerClient extends SoakClient {
    /** Room for half a dozen messages, so that a client that does not read is noticed at once. */
    private static final int SLOW_WINDOW_BYTES = 64;

    private static final int[] RATES_PER_MINUTE = {60, 600, 6_000, 60_000};

    private final String resource;
    private final boolean slow;
    private final boolean newNames;
    private int streams;
    private volatile @Nullable ConsumeStream stream;

    private ConsumerClient(
            World world, String name, int brokerPort, String resource, boolean slow, SplittableRandom random) {
        super(world, name, brokerPort, slow ? SLOW_WINDOW_BYTES : 65_536, random);
        this.resource = resource;
        this.slow = slow;
        // A name of its own for each stream makes each an account of its own; the same name again must be free again.
        this.newNames = chance(50);
    }

    static ConsumerClient prompt(World world, String name, int port, String resource, SplittableRandom random) {
        return new ConsumerClient(world, name, port, resource, false, random);
    }

    /** One that lets messages wait for seconds. */
    static ConsumerClient slow(World world, String name, int port, String resource, SplittableRandom random) {
        return new ConsumerClient(world, name, port, resource, true, random);
    }

    @Override
    void open() {
        int rate = RATES_PER_MINUTE[between(0, slow ? 4 : RATES_PER_MINUTE.length)];
        int limit = between(1, 2 * rate);
        ConsumptionRequest request = ConsumptionRequest.newBuilder()
                .setConsumerId(newNames ? name + "-" + streams++ : name)
                .setResourceId(resource)
                .setMaxRate(rate)
                .setBufferLimit(limit)
                .setCurrentBufferAmount(between(0, limit))
                .build();
        ConsumeStream opened = new ConsumeStream(world, link, request, !slow, this::comeBack);
        stream = opened;
        opened.open();
        if (slow) {
            world.tally().count("acts: readers that do not read for seconds");
            world.later(between(1_000, 6_000), () -> wakeUp(opened));
        } else {
            // The others stay until somebody throws them out, and so know to the unit what they were given.
            if (chance(50)) {
                world.later(between(2_000, 20_000), opened::cancel);
            }
        }
    }

    private void wakeUp(ConsumeStream opened) {
        if (chance(30)) {
            opened.cancel();
        } else {
            opened.read(OpenCall.EVERYTHING);
            world.later(between(500, 3_000), opened::cancel);
        }
    }

    @Override
    void leave() {
        ConsumeStream last = stream;
        if (last != null) {
            last.cancel();
        }
    }
}
