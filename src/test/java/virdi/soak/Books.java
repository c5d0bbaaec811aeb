package virdi.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import virdi.model.BrokerEvent;
import virdi.model.Ledger;
import virdi.model.StreamKind;

/**
 * Compares what the clients have seen with what the broker has written down. Any thread.
 *
 * <p>A client that has seen the end of its stream knows to the unit what was moved on it: the trailer tells a producer,
 * and to a consumer everything comes before the end. Of a stream whose end was lost (killed, hung, cancelled by the
 * client itself) it knows a span: a producer from nothing to all it has sent, a consumer from what has come on upwards,
 * because units may be lost on the way to who is no longer there. So for each account (a client's production of a
 * resource; a client's consumer) the broker's figure must lie within the sum of the spans, which is one number where all
 * ends were seen.
 */
final class Books {
    private static final int FAULTS_KEPT = 50;

    /** Whose: a production's {@code stream} is its resource, a consumer's its consumer id. */
    record Account(StreamKind kind, String client, String stream, String resource) {}

    /** From so many units to so many; saturates. */
    record Span(long least, long most) {
        static final Span NOTHING = new Span(0, 0);

        static Span exactly(long units) {
            return new Span(units, units);
        }

        static Span atLeast(long units) {
            return new Span(units, Long.MAX_VALUE);
        }

        Span plus(Span other) {
            boolean endless = most == Long.MAX_VALUE || other.most == Long.MAX_VALUE;
            return new Span(least + other.least, endless ? Long.MAX_VALUE : most + other.most);
        }

        boolean holds(long units) {
            return least <= units && units <= most;
        }

        @Override
        public String toString() {
            return least == most ? "exactly " + least : least + " to " + (most == Long.MAX_VALUE ? "any" : most);
        }
    }

    private final Map<Account, Span> seen = new ConcurrentHashMap<>();
    private final Map<Account, Long> journalled = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger faultCount = new AtomicInteger();
    private final Set<OpenCall<?, ?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean journalHasGaps;

    /** Something that must never be. */
    void fault(String what) {
        if (faultCount.getAndIncrement() < FAULTS_KEPT) {
            faults.add(what);
        }
    }

    List<String> faults() {
        return new ArrayList<>(faults);
    }

    void opened(OpenCall<?, ?> stream) {
        open.add(stream);
    }

    void over(OpenCall<?, ?> stream) {
        open.remove(stream);
    }

    /** The clients' streams whose end they have not seen. */
    Set<OpenCall<?, ?>> open() {
        return open;
    }

    /** A client's knowledge of the units moved on a stream that is over. */
    void moved(Account account, Span units) {
        seen.merge(account, units, Span::plus);
    }

    /** The broker has journalled the end of a stream. */
    void journalled(BrokerEvent ended) {
        if (ended.resource() == null || ended.client() == null || ended.streamKind() == null) {
            return;
        }
        String resource = ended.resource().value();
        String stream = ended.consumer() == null ? resource : ended.consumer().value();
        journalled.merge(
                new Account(ended.streamKind(), ended.client().value(), stream, resource), ended.units(), Long::sum);
    }

    /** The journal was read too late, and endings are missing in it. */
    void journalHasGaps() {
        journalHasGaps = true;
    }

    /** Compares everything; call when all is over. */
    void settle(Map<String, Ledger> ledgers, Tally tally) {
        ledgers.forEach((resource, ledger) -> {
            settle(StreamKind.PRODUCTION, resource, ledger.accepted());
            settle(StreamKind.CONSUMER, resource, ledger.delivered());
        });
        if (journalHasGaps) {
            tally.count("books: the journal had gaps, so accounts were not compared one by one");
            return;
        }
        BiConsumer<Account, Span> compare = (account, span) -> {
            long wrote = journalled.getOrDefault(account, 0L);
            tally.count("books: accounts of a " + account.kind().name().toLowerCase(Locale.ROOT)
                    + (span.least() == span.most() ? " known to the unit" : " known within a span"));
            tally.add("books: units of a " + account.kind().name().toLowerCase(Locale.ROOT), wrote);
            tally.add(
                    account.kind() == StreamKind.PRODUCTION
                            ? "books: units accepted of which no producer was told"
                            : "books: units lost on the way to consumers that were gone",
                    wrote - span.least());
            if (!span.holds(wrote)) {
                fault(account + ": the broker wrote " + wrote + ", the client saw " + span);
            }
        };
        seen.forEach(compare);
        journalled.forEach((account, units) -> {
            if (units > 0 && !seen.containsKey(account)) {
                fault(account + ": the broker wrote " + units + " of streams that nobody has opened");
            }
        });
    }

    private void settle(StreamKind kind, String resource, long ledger) {
        Span span = seen.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind
                        && entry.getKey().resource().equals(resource))
                .map(Map.Entry::getValue)
                .reduce(Span.NOTHING, Span::plus);
        if (!span.holds(ledger)) {
            fault(resource + ": the ledger has " + ledger + " for every " + kind + ", the clients saw " + span);
        }
        long journal = journalled.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind
                        && entry.getKey().resource().equals(resource))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (!journalHasGaps && journal != ledger) {
            fault(resource + ": the ledger has " + ledger + " for every " + kind + ", the journal " + journal);
        }
    }
}
