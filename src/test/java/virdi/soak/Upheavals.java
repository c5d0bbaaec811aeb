package virdi.soak;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import virdi.app.RestartableBroker;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/** Events that throw all clients out together; one at a time, while everything else goes on. */
final class Upheavals {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int CLOSED_MILLIS = 300;

    private final World world;
    private final RestartableBroker broker;
    private final Operator operator;
    private final Auditor auditor;
    private final HalfOpen halfOpen;
    private final Herd herd;
    private final Runnable hurry;
    private int turn;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("soak-upheaval").factory());

    /**
     * @param hurry has all clients try at once to connect again
     */
    Upheavals(
            World world,
            RestartableBroker broker,
            Operator operator,
            Auditor auditor,
            HalfOpen halfOpen,
            Herd herd,
            Runnable hurry) {
        this.world = world;
        this.broker = broker;
        this.operator = operator;
        this.auditor = auditor;
        this.halfOpen = halfOpen;
        this.herd = herd;
        this.hurry = hurry;
    }

    /** The next one in turn, unless the last is not over yet. */
    void next() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        thread.execute(() -> world.guarded(() -> {
            try {
                switch (turn++ % 3) {
                    case 0 -> restart();
                    case 1 -> closeAndOpen();
                    default -> stampede();
                }
                awaitHerd();
                world.tally().count("acts: all " + herd.size() + " of the herd reconnected together");
            } finally {
                busy.set(false);
            }
        }));
    }

    /** The broker stops in order, and starts again with what it has kept. */
    private void restart() {
        broker.stop();
        auditor.ends();
        halfOpen.healAll();
        broker.start();
        auditor.begins(broker.observatory());
        hurry.run();
        world.tally().count("acts: broker restarts");
    }

    /** The operator closes the port, and opens it again. */
    private void closeAndOpen() {
        listen(false);
        halfOpen.healAll();
        new CompletableFuture<>()
                .completeOnTimeout(true, CLOSED_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        listen(true);
        hurry.run();
        world.tally().count("acts: port closed and opened");
    }

    /** The herd hangs up as one, and comes back on new connections as one. */
    private void stampede() {
        herd.stampede();
        world.tally().count("acts: herd hangs up together");
    }

    private void listen(boolean open) {
        Outcome outcome = operator.submit(new OperatorCommand.Listen(open)).join();
        if (!(outcome instanceof Outcome.Done)) {
            world.books().fault("listen " + open + ": " + outcome);
        }
    }

    void awaitHerd() {
        Awaitility.await()
                .alias("the herd is in")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> herd.isIn(broker.observatory().snapshot()));
    }

    /** Begins no other, and waits for the last. */
    void end() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("an upheaval does not end");
        }
    }
}
