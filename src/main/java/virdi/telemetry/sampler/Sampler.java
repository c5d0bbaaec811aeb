package virdi.telemetry.sampler;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.engine.BrokerMonitor;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.rate.ElapsedTime;

/**
 * Makes up to 30 frames a second from the broker's snapshots, on the thread {@code virdi-sampler}, and keeps the newest one. Any
 * thread may read it. The thread sleeps while neither news nor time would change the frame, and never waits for the broker.
 */
public final class Sampler implements FrameSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final long PERIOD_NANOS = ElapsedTime.SECOND / 30;

    private final BrokerMonitor observatory;
    private final FrameMaker maker = new FrameMaker();
    private final BrokerTime time = new BrokerTime();
    private final Thread thread;
    private volatile Frame latest = Frame.EMPTY;
    private volatile Set<SeriesQuery> watched = Set.of();
    private volatile Runnable listener = () -> {};
    private volatile boolean closed;
    /** Whether there is news since the last sample began. */
    private volatile boolean news;
    /** Whether the thread waits for news. */
    private volatile boolean resting;

    private String lastBug = "";

    private Sampler(BrokerMonitor observatory) {
        this.observatory = observatory;
        this.thread = Thread.ofPlatform().name("virdi-sampler").daemon().unstarted(this::run);
    }

    /** Starts to sample a broker. */
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
    public void watch(Set<SeriesQuery> watches) {
        watched = Set.copyOf(watches);
        newsCame();
    }

    @Override
    public void onFrame(Runnable newListener) {
        listener = newListener;
    }

    /** Stops sampling; the last frame stays. Does not wait. */
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
                // Without this, one failed frame would freeze the window for good. Each bug is logged once.
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
        // Read after the flag is set: a thread that brings news later sees the flag and wakes this one.
        if (nanos > 0 && !news) {
            LockSupport.parkNanos(this, nanos);
        }
        resting = false;
    }

    /** Makes a frame; returns the nanoseconds for which time alone does not change it. */
    @SuppressWarnings("ReferenceEquality") // the maker hands out the same instance while nothing changes
    private long look(long readerNanos) {
        BrokerSnapshot snapshot = observatory.snapshot();
        List<BrokerEvent> events = observatory.eventsAfter(maker.newestEvent());
        Frame before = latest;
        long now = time.nanos(snapshot, readerNanos);
        latest = maker.sample(snapshot, events, watched, now);
        if (latest != before) {
            listener.run();
        }
        return maker.restNanos(now);
    }
}
