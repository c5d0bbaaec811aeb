package virdi.soak;

import io.grpc.Status;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A client that offers one resource, produces it when asked, and floods the broker when told to. */
final class ProducerClient extends SoakClient {
    private static final int MOST_AT_ONCE = 5;
    private static final int FLOOD_MESSAGES = 500;
    private static final int FLOOD_UNITS = 40;

    private final String resource;
    /** Whether it ever gives a production up, and so never learns what was accepted of it. */
    private final boolean cancels;

    private final AtomicReference<@Nullable ProduceStream> production = new AtomicReference<>();
    private volatile @Nullable OfferStream offer;
    private volatile boolean met;

    ProducerClient(World world, String name, int brokerPort, String resource, SplittableRandom random) {
        super(world, name, brokerPort, random);
        this.resource = resource;
        this.cancels = chance(50);
    }

    @Override
    void open() {
        OfferStream opened = new OfferStream(world, link, resource, this::produce, this::comeBack);
        offer = opened;
        opened.open();
    }

    private void produce() {
        ProduceStream last = production.get();
        if (world.isLeaving() || (last != null && !last.isOver())) {
            return;
        }
        if (met) {
            met = false;
            world.tally().count("acts: productions reopened on request after a full buffer");
        }
        ProduceStream[] opened = new ProduceStream[1];
        opened[0] = new ProduceStream(world, link, resource, () -> over(opened[0]));
        production.set(opened[0]);
        opened[0].open();
        goOn(opened[0]);
    }

    private void over(ProduceStream stream) {
        if (stream.code() == Status.Code.RESOURCE_EXHAUSTED) {
            met = true;
        }
    }

    private void goOn(ProduceStream stream) {
        if (stream.isOver()) {
            return;
        }
        for (int message = between(1, MOST_AT_ONCE); message > 0 && stream.isReady(); message--) {
            stream.send(between(0, 100));
        }
        if (chance(2)) {
            stream.finish();
        } else if (cancels && chance(1)) {
            stream.cancel();
        } else {
            world.later(between(20, 200), () -> goOn(stream));
        }
    }

    /** Opens a production that nobody has asked for, and sends everything at once. */
    void flood() {
        ProduceStream[] opened = new ProduceStream[1];
        opened[0] = new ProduceStream(world, link, resource, () -> flooded(opened[0]));
        opened[0].open();
        for (int message = 0; message < FLOOD_MESSAGES; message++) {
            opened[0].send(FLOOD_UNITS);
        }
        opened[0].finish();
        // Held by a throttle, or for a tank that is empty again, it may stand for long.
        world.later(between(5_000, 10_000), opened[0]::cancel);
    }

    private void flooded(ProduceStream stream) {
        over(stream);
        if (stream.code() == Status.Code.RESOURCE_EXHAUSTED) {
            world.tally().count("acts: floods that met a full buffer");
        }
    }

    @Override
    void leave() {
        ProduceStream last = production.get();
        if (last != null) {
            last.finish();
        }
        OfferStream standing = offer;
        if (standing != null) {
            standing.cancel();
        }
    }
}
