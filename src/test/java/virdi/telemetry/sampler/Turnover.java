package virdi.telemetry.sampler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerEvent.Kind;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ConsumerId;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.EventPage;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.SeriesQuery;

/**
 * Frames of the real telemetry with a constant number of streams, of which none stays for long: streams, clients and resources
 * come and go, each under a new name. Time is stepped by hand; one thread.
 */
public final class Turnover implements FrameSource {
    /** Streams that are open at a time, on a tank each four. */
    private static final int OPEN = 48;

    private static final int OF_A_TANK = 4;
    private static final int CAPACITY = 1_000;

    private record Opened(String name, String tank, boolean lastOfTank) {}

    private final Plant plant = new Plant();
    private final Deque<Opened> open = new ArrayDeque<>();
    private Frame latest = Frame.EMPTY;
    private Runnable listener = () -> {};
    private long opened;
    private long events;

    /** With as many streams as there will ever be, and as many events as are ever kept. */
    public Turnover() {
        for (int i = 0; i < EventPage.MOST; i++) {
            addEvent(Kind.TANK_FULL, "some", "tank-0", null);
        }
        while (open.size() < OPEN) {
            open();
        }
        latest = plant.look();
    }

    @Override
    public Frame latest() {
        return latest;
    }

    @Override
    public void watch(Set<SeriesQuery> watches) {
        plant.watch(watches);
    }

    @Override
    public void onFrame(Runnable newListener) {
        listener = newListener;
    }

    /** Ends the oldest streams and opens as many; some of those that are open move units, and a little time passes. */
    public void turn(int streams, double seconds) {
        for (int i = 0; i < streams; i++) {
            Opened old = open.removeFirst();
            plant.end(old.name());
            addEvent(Kind.ENDED, old.name(), old.tank(), CloseStatus.Code.values()[0]);
            if (old.lastOfTank()) {
                plant.remove(old.tank());
            }
            open();
        }
        for (Opened one : open) {
            if (one.name().startsWith("mine")) {
                plant.produce(one.name(), 2);
            } else {
                plant.deliver(one.name(), 1);
            }
        }
        latest = plant.pass(seconds);
        listener.run();
    }

    /** A stream that is open and will be for a while. */
    public Target newest() {
        return plant.target(open.getLast().name());
    }

    /** A resource that is there and will be for a while. */
    public Target newestTank() {
        return new Target.Resource(new ResourceId(open.getLast().tank()));
    }

    private void open() {
        long number = opened++;
        String tank = "ore-" + number / OF_A_TANK;
        boolean first = number % OF_A_TANK == 0;
        String name = (first ? "mine-" : "saw-") + number;
        if (first) {
            plant.tank(tank, CAPACITY, CAPACITY / 2).production(name, tank);
        } else {
            plant.consumer(name, tank, 60 + number % 7);
        }
        open.add(new Opened(name, tank, number % OF_A_TANK == OF_A_TANK - 1));
        addEvent(Kind.OPENED, name, tank, null);
    }

    private void addEvent(Kind kind, String name, String tank, CloseStatus.@Nullable Code code) {
        plant.event(new BrokerEvent(
                ++events,
                events,
                kind,
                new StreamId(events),
                StreamKind.CONSUMER,
                new ClientId(name),
                new ResourceId(tank),
                new ConsumerId(name),
                1,
                code,
                ""));
    }
}
