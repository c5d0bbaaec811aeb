package virdi.soak;

import java.util.SplittableRandom;

/** A client that comes back whatever happens to it, until all leave. */
abstract class SoakClient implements AutoCloseable {
    private static final int WINDOW_BYTES = 65_536;
    private static final int LONGEST_PAUSE_MILLIS = 400;

    final World world;
    final String name;
    final Link link;
    private final TcpProxy network;
    private final SplittableRandom random;

    SoakClient(World world, String name, int brokerPort, int windowBytes, SplittableRandom random) {
        this.world = world;
        this.name = name;
        this.random = random;
        this.network = new TcpProxy(brokerPort);
        this.link = new Link(name, network.port(), windowBytes, world.wire());
    }

    SoakClient(World world, String name, int brokerPort, SplittableRandom random) {
        this(world, name, brokerPort, WINDOW_BYTES, random);
    }

    final String name() {
        return name;
    }

    final TcpProxy network() {
        return network;
    }

    final Link link() {
        return link;
    }

    /** A whole number from one up to, not with, another; any thread. */
    final int between(int from, int to) {
        synchronized (random) {
            return random.nextInt(from, to);
        }
    }

    final boolean chance(int percent) {
        return between(0, 100) < percent;
    }

    /** Opens what it lives by; it does so again whenever that ended. */
    final void come() {
        if (!world.isLeaving()) {
            open();
        }
    }

    final void comeBack() {
        if (!world.isLeaving()) {
            world.later(between(20, LONGEST_PAUSE_MILLIS), this::come);
        }
    }

    abstract void open();

    /** Ends its streams as well-behaved clients do; called until none is left. */
    abstract void leave();

    @Override
    public final void close() throws InterruptedException {
        link.close();
        network.close();
    }
}
