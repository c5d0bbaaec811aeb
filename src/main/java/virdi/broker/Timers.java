package virdi.broker;

import java.util.ArrayList;
import java.util.List;

/**
 * The broker's timers in an intrusive binary heap, so that setting, moving and cancelling a timer costs O(log n)
 * and allocates nothing. Timers of the same time fire by rank, and of the same rank in the order they were set. Broker's
 * thread only.
 */
final class Timers {
    /** No timer is set. */
    static final long NEVER = Long.MAX_VALUE;

    /** Above every stamp there will ever be. */
    private static final long RANK = 1L << 60;

    private final List<Timer> heap = new ArrayList<>();
    private long stamps;

    /** When the earliest timer fires, {@link #NEVER} when none is set. */
    long next() {
        return heap.isEmpty() ? NEVER : heap.getFirst().atNanos;
    }

    /** When something is due that must wait so long: {@link #NEVER} also when that is past the end of time. */
    static long after(long nowNanos, long waitNanos) {
        long at = nowNanos + waitNanos;
        return waitNanos == NEVER || at < nowNanos ? NEVER : at;
    }

    /** Numbers what happens, ever upward. */
    long stamp() {
        return ++stamps;
    }

    /** Fires all that are due; what they set for now, or by mistake for the past, waits for the next call. */
    void fireUntil(long nowNanos) {
        long firstNew = stamps;
        while (!heap.isEmpty() && heap.getFirst().atNanos <= nowNanos) {
            Timer timer = heap.getFirst();
            if (timer.order % RANK > firstNew) {
                return;
            }
            cancel(timer);
            timer.fire(nowNanos);
        }
    }

    /** Sets or moves a timer. {@link #NEVER} cancels it. */
    void set(Timer timer, long atNanos) {
        if (atNanos == NEVER) {
            cancel(timer);
            return;
        }
        timer.atNanos = atNanos;
        timer.order = timer.rank * RANK + stamp();
        if (timer.index < 0) {
            timer.index = heap.size();
            heap.add(timer);
        }
        siftUp(timer.index);
        siftDown(timer.index);
    }

    void cancel(Timer timer) {
        int hole = timer.index;
        if (hole < 0) {
            return;
        }
        timer.index = -1;
        Timer last = heap.removeLast();
        if (hole < heap.size()) {
            heap.set(hole, last);
            last.index = hole;
            siftUp(hole);
            siftDown(last.index);
        }
    }

    private void siftUp(int start) {
        int child = start;
        while (child > 0) {
            int parent = (child - 1) / 2;
            if (!heap.get(child).isBefore(heap.get(parent))) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void siftDown(int start) {
        int parent = start;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= heap.size()) {
                return;
            }
            if (child + 1 < heap.size() && heap.get(child + 1).isBefore(heap.get(child))) {
                child++;
            }
            if (!heap.get(child).isBefore(heap.get(parent))) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private void swap(int a, int b) {
        Timer timerA = heap.get(a);
        Timer timerB = heap.get(b);
        heap.set(a, timerB);
        heap.set(b, timerA);
        timerB.index = a;
        timerA.index = b;
    }

    /** Runs when a timer fires. */
    interface Action {
        void fire(long nowNanos);
    }

    /** Does something when it is due. */
    static Timer of(Action action) {
        return of(action, 0);
    }

    /** As above, with a rank. */
    static Timer of(Action action, int rank) {
        return new Timer(rank) {
            @Override
            void fire(long nowNanos) {
                action.fire(nowNanos);
            }
        };
    }

    /** One thing that may be due at a time; set at most once at a time. */
    abstract static class Timer {
        private final int rank;
        private int index = -1;
        private long atNanos;
        private long order;

        /** @param rank from 0 to 7; it fires after all of the same time and a lower one */
        Timer(int rank) {
            this.rank = rank;
        }

        /** It is due. */
        abstract void fire(long nowNanos);

        final boolean isSet() {
            return index >= 0;
        }

        final boolean isSetFor(long nanos) {
            return index >= 0 && atNanos == nanos;
        }

        private boolean isBefore(Timer other) {
            return atNanos < other.atNanos || (atNanos == other.atNanos && order < other.order);
        }
    }
}
