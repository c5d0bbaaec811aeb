package virdi.broker;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;

/**
 * The open consumers, in the order they opened, each found by its client and name. Broker's thread only.
 *
 * <p>A hash table with chains, and a list, whose links are the consumers' own: there may be very many, and the entries and
 * keys of a map would make each weigh a twentieth more.
 */
final class Consumers extends AbstractCollection<ConsumerStream> {
    private static final int LEAST_CHAINS = 64;

    /** Clients choose the names, and none shall know which fall together. */
    private final int factor = new Random().nextInt() | 1;

    private @Nullable ConsumerStream[] chains = new ConsumerStream[LEAST_CHAINS];
    private @Nullable ConsumerStream first;
    private @Nullable ConsumerStream last;
    private int size;

    /** Whether a client has this consumer open. */
    boolean holds(Target.Consumption key) {
        ConsumerStream at = chains[chain(key)];
        while (at != null && !at.key().equals(key)) {
            at = at.chained;
        }
        return at != null;
    }

    /** Adds one whose key is not there. */
    void open(ConsumerStream consumer) {
        if (size == chains.length) {
            enlarge();
        }
        chain(consumer);
        consumer.earlier = last;
        if (last == null) {
            first = consumer;
        } else {
            last.later = consumer;
        }
        last = consumer;
        size++;
    }

    private void enlarge() {
        chains = new ConsumerStream[2 * chains.length];
        forEach(this::chain);
    }

    private void chain(ConsumerStream consumer) {
        int chain = chain(consumer.key());
        consumer.chained = chains[chain];
        chains[chain] = consumer;
    }

    /** Takes out one that is there. */
    void close(ConsumerStream consumer) {
        unchain(consumer);
        if (consumer.earlier == null) {
            first = consumer.later;
        } else {
            consumer.earlier.later = consumer.later;
        }
        if (consumer.later == null) {
            last = consumer.earlier;
        } else {
            consumer.later.earlier = consumer.earlier;
        }
        consumer.earlier = null;
        consumer.later = null;
        size--;
    }

    private void unchain(ConsumerStream consumer) {
        int chain = chain(consumer.key());
        ConsumerStream before = null;
        ConsumerStream at = chains[chain];
        while (at != null && at != consumer) {
            before = at;
            at = at.chained;
        }
        if (before == null) {
            chains[chain] = consumer.chained;
        } else {
            before.chained = consumer.chained;
        }
        consumer.chained = null;
    }

    private int chain(Target.Consumption key) {
        int hash = hash(hash(1, key.client().value()), key.consumer().value());
        return (hash ^ hash >>> 16) & (chains.length - 1);
    }

    private int hash(int seed, String text) {
        int hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = factor * hash + text.charAt(i);
        }
        return factor * hash;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<ConsumerStream> iterator() {
        return new Iterator<>() {
            private @Nullable ConsumerStream next = first;

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public ConsumerStream next() {
                ConsumerStream here = next;
                if (here == null) {
                    throw new NoSuchElementException();
                }
                next = here.later;
                return here;
            }
        };
    }
}
