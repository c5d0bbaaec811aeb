package virdi.soak;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The parts that all simulated clients share: threads, books and the end of it all. Any thread. */
final class World implements AutoCloseable {
    private final EventLoopGroup wire = new MultiThreadIoEventLoopGroup(
            2, Thread.ofPlatform().daemon().name("soak-wire-", 1).factory(), NioIoHandler.newFactory());
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("soak-clock").factory(),
            // Who still wants something when all is over does not get it.
            new ThreadPoolExecutor.DiscardPolicy());

    private final Books books = new Books();
    private final Tally tally = new Tally();
    private volatile boolean leaving;

    World() {
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock.setRemoveOnCancelPolicy(true);
    }

    EventLoopGroup wire() {
        return wire;
    }

    Books books() {
        return books;
    }

    Tally tally() {
        return tally;
    }

    /** Whether clients open no more streams. */
    boolean isLeaving() {
        return leaving;
    }

    void leave() {
        leaving = true;
    }

    /** Does something later; a failure is a fault of the books. */
    void later(long millis, Runnable action) {
        var unused = clock.schedule(() -> guarded(action), millis, TimeUnit.MILLISECONDS);
    }

    /** Does something again and again, as long as all goes on. */
    void every(long millis, Runnable action) {
        var unused = clock.scheduleWithFixedDelay(() -> guarded(action), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Runs an action; whatever it throws is written down. */
    void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error bug) {
            StringWriter trace = new StringWriter();
            bug.printStackTrace(new PrintWriter(trace));
            books.fault(trace.toString());
        }
    }

    @Override
    public void close() throws InterruptedException {
        clock.shutdownNow();
        boolean ended = clock.awaitTermination(30, TimeUnit.SECONDS);
        wire.shutdownGracefully(0, 20, TimeUnit.SECONDS).await(30, TimeUnit.SECONDS);
        if (!ended || !wire.isTerminated()) {
            throw new AssertionError("the clients' threads did not end");
        }
    }
}
