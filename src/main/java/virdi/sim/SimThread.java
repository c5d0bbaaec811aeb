package virdi.sim;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which simulated clients live, called by any thread: their timers fire here and gRPC calls them back
 * here, so nothing in a client needs a lock.
 *
 * <p>One thread and not one per stream: a client does a few microseconds of work a few times a second, so a whole demo
 * world fits on a thread that is nearly always asleep, and the order of things in it is a single one.
 */
public final class SimThread implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimThread.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor executor;

    /** Starts the thread, a daemon named {@code virdi-sim}. */
    public SimThread() {
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "virdi-sim");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // Late callbacks of a closed channel are of no interest.
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Runs the work soon, after what was brought before it. */
    @Override
    public void execute(Runnable work) {
        executor.execute(reporting(work));
    }

    /** Runs the work on this thread after so many nanoseconds, unless the answer is cancelled before. */
    Future<?> after(long nanos, Runnable work) {
        return executor.schedule(reporting(work), Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    /** The clock of all simulated clients, in nanoseconds since an arbitrary origin. */
    long nanoTime() {
        return System.nanoTime();
    }

    /** Drops what is due later, finishes what is due now, and ends the thread; waits for that at most two seconds. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the thread is gone. */
    boolean isEnded() {
        return executor.isTerminated();
    }

    /** The executor would keep a failure in a future that nobody asks; a failed client should be seen in the log. */
    private static Runnable reporting(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("a simulated client failed", e);
            }
        };
    }
}
