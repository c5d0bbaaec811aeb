package virdi.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Deals acts from a shuffled deck, again and again, so that each kind comes as often as its cards say and the order is
 * another each time. Every now and then comes a storm: upheavals, one after the other, while the dealing goes on. The
 * time between is long enough for the broker to find out who hangs. One thread.
 */
final class Chaos {
    /** Acts of a calm and its storm, and until the next. */
    private static final int SEASON = 300;

    private static final int CALM = 130;
    private static final int STORM = 150;
    private static final int UPHEAVAL_EVERY = 25;

    private final World world;
    private final SplittableRandom random;
    private final List<SoakClient> clients;
    private final List<ProducerClient> producers;
    private final List<Runnable> cards = new ArrayList<>();
    private final Upheavals upheavals;
    private int next;
    private int dealt;

    Chaos(
            World world,
            SplittableRandom random,
            List<ProducerClient> producers,
            List<ConsumerClient> consumers,
            HalfOpen halfOpen,
            Operator operator,
            Upheavals upheavals) {
        this.world = world;
        this.random = random;
        this.producers = producers;
        this.upheavals = upheavals;
        this.clients = new ArrayList<>(producers);
        this.clients.addAll(consumers);
        cards(12, () -> cut(TcpProxy.Cut.RST));
        cards(12, () -> cut(TcpProxy.Cut.FIN));
        cards(5, () -> halfOpen.hang(anyClient(), TcpProxy.Dead.SWALLOWS));
        cards(5, () -> halfOpen.hang(anyClient(), TcpProxy.Dead.STALLS));
        cards(12, this::flood);
        cards(5, operator::throttle);
        cards(4, operator::pause);
        cards(6, operator::disconnect);
        cards(4, operator::block);
        cards(4, operator::setCapacity);
        cards(8, operator::inject);
        cards(4, operator::purge);
        cards(4, operator::request);
    }

    private void cards(int number, Runnable act) {
        cards.addAll(Collections.nCopies(number, act));
    }

    /** One act. */
    void deal() {
        if (next == 0) {
            for (int last = cards.size() - 1; last > 0; last--) {
                Collections.swap(cards, last, random.nextInt(last + 1));
            }
        }
        Runnable act = cards.get(next);
        next = (next + 1) % cards.size();
        act.run();
        int storming = dealt++ % SEASON - CALM;
        if (storming >= 0 && storming < STORM && storming % UPHEAVAL_EVERY == 0) {
            upheavals.next();
        }
    }

    private SoakClient anyClient() {
        return clients.get(random.nextInt(clients.size()));
    }

    private void cut(TcpProxy.Cut how) {
        if (anyClient().network().cut(how)) {
            world.tally().count("acts: connections killed by " + how);
        }
    }

    private void flood() {
        world.tally().count("acts: floods");
        producers.get(random.nextInt(producers.size())).flood();
    }
}
