package virdi.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.StreamId;

/**
 * A simulated transport of one stream: takes messages as long as it has room, and writes down what it hears in a turn.
 */
final class Line implements StreamGateway.OfferOutlet, StreamGateway.ProduceOutlet, StreamGateway.ConsumeOutlet {
    private final StreamId id;
    private final String client;
    private final Flaw flaw;
    private StreamGateway.@Nullable Inlet inlet;
    private boolean ready;
    /** How many messages it takes before it is no longer ready. */
    private int room = Integer.MAX_VALUE;
    /** The call is over, but the broker has not been told. */
    private boolean gone;

    private boolean over;
    private boolean begun;
    private boolean finished;
    /** How many messages of a production the broker allows to send. */
    private long credit;
    /** How many it allows before it has taken any: as many as it has places for. */
    private long window;

    private final List<Long> delivered = new ArrayList<>();
    private final List<Long> undelivered = new ArrayList<>();
    private int requests;
    private @Nullable CloseStatus ending;
    private long endUnits;

    Line(StreamId id, String client, boolean ready, Flaw flaw) {
        this.id = id;
        this.client = client;
        this.ready = ready;
        this.flaw = flaw;
    }

    StreamId id() {
        return id;
    }

    String client() {
        return client;
    }

    void joins(StreamGateway.Inlet to) {
        inlet = to;
        if (to instanceof StreamGateway.ProduceInlet production) {
            window = production.initialCredit();
            credit = window;
        }
    }

    StreamGateway.Inlet inlet() {
        return Objects.requireNonNull(inlet);
    }

    boolean isProduction() {
        return inlet instanceof StreamGateway.ProduceInlet;
    }

    // The client acts

    void stall(int messages) {
        room = messages;
        ready = messages > 0;
    }

    void takeAgain() {
        room = Integer.MAX_VALUE;
        ready = true;
    }

    void lose() {
        gone = true;
    }

    /** Sends the first message of a production, unless it was sent. */
    boolean beginsNow() {
        boolean first = !begun && !finished;
        begun |= first;
        if (first) {
            credit--;
        }
        return first;
    }

    boolean hasBegun() {
        return begun;
    }

    /** The client sends nothing more. */
    void finishes() {
        finished = true;
    }

    boolean hasFinished() {
        return finished;
    }

    void useCredit() {
        credit--;
    }

    long credit() {
        return credit;
    }

    long window() {
        return window;
    }

    boolean isOver() {
        return over;
    }

    boolean isGone() {
        return gone;
    }

    // The broker acts

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void close(CloseStatus how, long units) {
        LawBroken.unless(!over, "stream %s is closed twice", id);
        over = true;
        ending = how;
        endUnits = flaw.ends(units);
    }

    @Override
    public void request() {
        LawBroken.unless(!over, "a request comes on stream %s after its end", id);
        if (flaw.requests()) {
            requests++;
        }
        takesOne();
    }

    @Override
    public void readMore(int messages) {
        LawBroken.unless(!over, "credit comes on stream %s after its end", id);
        credit += messages;
    }

    @Override
    public boolean deliver(long units) {
        LawBroken.unless(!over, "a delivery comes on stream %s after its end", id);
        if (gone) {
            undelivered.add(units);
            return false;
        }
        delivered.add(flaw.delivers(units));
        takesOne();
        return true;
    }

    private void takesOne() {
        room--;
        if (room <= 0) {
            ready = false;
        }
    }

    // Received since the last turn

    List<Long> delivered() {
        return delivered;
    }

    List<Long> undelivered() {
        return undelivered;
    }

    int requests() {
        return requests;
    }

    @Nullable
    CloseStatus ending() {
        return ending;
    }

    long endUnits() {
        return endUnits;
    }

    /** Forgets what was heard: the turn is over. */
    void forget() {
        delivered.clear();
        undelivered.clear();
        requests = 0;
        ending = null;
    }
}
