package virdi.soak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Clients whose network has gone dead without a word: the broker must find out and drop them. Any thread. */
final class HalfOpen {
    /** Many times the keepalive that the soak's broker is started with. */
    private static final long LIMIT_NANOS = 90_000_000_000L;

    static final String DROPPED = "half-open clients that the broker dropped";

    private final World world;
    private final Auditor auditor;
    private final Map<SoakClient, Long> sinceNanos = new ConcurrentHashMap<>();
    private final AtomicLong longestNanos = new AtomicLong();

    HalfOpen(World world, Auditor auditor) {
        this.world = world;
        this.auditor = auditor;
    }

    /** Lets a client's network die, if the broker has a stream of it. */
    void hang(SoakClient client, TcpProxy.Dead how) {
        if (auditor.clients().contains(client.name()) && sinceNanos.putIfAbsent(client, System.nanoTime()) == null) {
            client.network().die(how);
            world.tally().count("acts: half-open, the network " + how);
        }
    }

    /** Clients that the broker has dropped get their network back. */
    void look() {
        var present = auditor.clients();
        sinceNanos.forEach((client, since) -> {
            long nanos = System.nanoTime() - since;
            if (!present.contains(client.name())) {
                longestNanos.accumulateAndGet(nanos, Math::max);
                world.tally().count(DROPPED);
                heal(client);
            } else if (nanos > LIMIT_NANOS) {
                world.books().fault(client.name() + " hangs for " + nanos + " ns and still has a stream");
                heal(client);
            }
        });
    }

    /** A broker that throws everybody out proves nothing on who hangs. */
    void healAll() {
        sinceNanos.keySet().forEach(client -> {
            world.tally().count("half-open clients that were thrown out with all others");
            heal(client);
        });
    }

    private void heal(SoakClient client) {
        sinceNanos.remove(client);
        client.network().cut(TcpProxy.Cut.RST);
    }

    boolean isEmpty() {
        return sinceNanos.isEmpty();
    }

    /** How long the broker took at most to drop one. */
    long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }
}
