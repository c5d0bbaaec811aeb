package virdi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import virdi.model.CloseStatus;

/** A transport that writes down what it is told. */
class Outlets implements StreamGateway.OfferOutlet, StreamGateway.ProduceOutlet, StreamGateway.ConsumeOutlet {
    volatile boolean ready = true;
    volatile boolean gone;
    /** How many deliveries it takes before it is no longer ready. */
    volatile int room = Integer.MAX_VALUE;

    final List<Long> deliveries = new ArrayList<>();
    final AtomicLong delivered = new AtomicLong();
    final AtomicLong requests = new AtomicLong();
    final Semaphore credit = new Semaphore(0);
    final AtomicReference<@Nullable CloseStatus> status = new AtomicReference<>();
    final AtomicLong endUnits = new AtomicLong(-1);

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void close(CloseStatus how, long units) {
        endUnits.set(units);
        status.set(how);
        credit.release(1_000_000);
    }

    @Override
    public void request() {
        requests.incrementAndGet();
    }

    @Override
    public void readMore(int messages) {
        credit.release(messages);
    }

    @Override
    public boolean deliver(long units) {
        if (gone) {
            return false;
        }
        deliveries.add(units);
        delivered.addAndGet(units);
        if (--room <= 0) {
            ready = false;
        }
        return true;
    }
}
