package virdi.telemetry;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.engine.BrokerMonitor;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;

/**
 * Looks at the broker up to 30 times a second on a thread of its own, {@code virdi-sampler}, and keeps the newest frame; while
 * neither news nor time would change what it sees it sleeps. Any thread may read. The broker is only ever looked at, never
 * waited for.
 */
public final class Sampler implements FrameSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final long PERIOD_NANOS = Words.SECOND / 30;

    private final BrokerMonitor observatory;
    private final FrameMaker maker = new FrameMaker();
    private final BrokerTime time = new BrokerTime();
    private final Thread thread;
    private volatile Frame latest = Frame.EMPTY;
    private volatile Set<Watch> watched = Set.of();
    private volatile Runnable listener = () -> {};
    private volatile boolean closed;
    /** Whether something has come since the last look began. */
    private volatile boolean news;
    /** Whether the thread waits for that. */
    private volatile boolean resting;

    private String lastBug = "";

    private Sampler(BrokerMonitor observatory) {
        this.observatory = observatory;
        this.thread = Thread.ofPlatform().name("virdi-sampler").daemon().unstarted(this::run);
    }

    /** Starts to look at a broker. */
    public static Sampler start(BrokerMonitor observatory) {
        Sampler sampler = new Sampler(observatory);
        observatory.onNews(sampler::newsCame);
        sampler.thread.start();
        return sampler;
    }

    @Override
    public Frame latest() {
        return latest;
    }

    @Override
    public void watch(Set<Watch> watches) {
        watched = Set.copyOf(watches);
        newsCame();
    }

    @Override
    public void onFrame(Runnable newListener) {
        listener = newListener;
    }

    /** Stops looking; the last frame stays. Does not wait. */
    @Override
    public void close() {
        closed = true;
        newsCame();
    }

    /** Any thread; does not wait. */
    private void newsCame() {
        news = true;
        if (resting) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        long next = System.nanoTime();
        while (!closed) {
            long now = System.nanoTime();
            long rest = 0;
            news = false;
            try {
                rest = look(now);
            } catch (RuntimeException bug) {
                // The thread's own root: without it one bad picture would freeze the window for good. Each bug is told
                // once.
                if (!bug.toString().equals(lastBug)) {
                    lastBug = bug.toString();
                    LOG.error("A frame could not be made; the window shows the one before", bug);
                }
            }
            next = Math.max(next + PERIOD_NANOS, now);
            LockSupport.parkNanos(this, next - System.nanoTime());
            sleep(rest - (System.nanoTime() - now));
        }
    }

    private void sleep(long nanos) {
        resting = true;
        // Looked at after the flag is up: who brings news after this look sees the flag and wakes us.
        if (nanos > 0 && !news) {
            LockSupport.parkNanos(this, nanos);
        }
        resting = false;
    }

    /** Makes a frame, and tells for how long time alone will not change it. */
    @SuppressWarnings("ReferenceEquality") // the maker hands out the same instance while nothing changes
    private long look(long readerNanos) {
        BrokerSnapshot snapshot = observatory.snapshot();
        List<BrokerEvent> events = observatory.eventsAfter(maker.newestEvent());
        Frame before = latest;
        long now = time.nanos(snapshot, readerNanos);
        latest = maker.look(snapshot, events, watched, now);
        if (latest != before) {
            listener.run();
        }
        return maker.restNanos(now);
    }
}
