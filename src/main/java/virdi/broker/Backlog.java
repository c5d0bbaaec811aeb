package virdi.broker;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The queue of consumers that have credit while their tank has nothing, the one served longest ago first. An intrusive
 * list: joining, leaving from anywhere and serving the head cost O(1) and allocate nothing. Broker's thread only.
 */
final class Backlog {
    private @Nullable ConsumerStream head;
    private @Nullable ConsumerStream tail;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void addLast(ConsumerStream consumer) {
        ConsumerStream last = tail;
        consumer.ahead = last;
        if (last == null) {
            head = consumer;
        } else {
            last.behind = consumer;
        }
        tail = consumer;
        size++;
    }

    ConsumerStream removeFirst() {
        ConsumerStream first = Objects.requireNonNull(head, "the backlog is empty");
        remove(first);
        return first;
    }

    /** Takes out a consumer that stands in this queue. */
    void remove(ConsumerStream consumer) {
        ConsumerStream before = consumer.ahead;
        ConsumerStream after = consumer.behind;
        if (before == null) {
            head = after;
        } else {
            before.behind = after;
        }
        if (after == null) {
            tail = before;
        } else {
            after.ahead = before;
        }
        consumer.ahead = null;
        consumer.behind = null;
        size--;
    }
}
