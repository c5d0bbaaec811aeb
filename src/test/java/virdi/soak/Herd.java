package virdi.soak;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot;
import virdi.proto.ConsumptionRequest;

/** Clients, each with its own connection and one consumer, that all lose it at once and all come back at once. */
final class Herd implements AutoCloseable {
    static final String RESOURCE = "herd";
    private static final String PREFIX = "herd-";

    private final World world;
    private final int port;
    private final List<Member> members = new ArrayList<>();

    Herd(World world, int brokerPort, int size) {
        this.world = world;
        this.port = brokerPort;
        for (int number = 0; number < size; number++) {
            members.add(new Member(PREFIX + number));
        }
    }

    int size() {
        return members.size();
    }

    void come() {
        members.forEach(Member::connect);
    }

    /** Everybody hangs up, and comes back on a new connection. */
    void stampede() {
        members.forEach(Member::hangUp);
        come();
    }

    /** Nobody waits before the next try to connect. */
    void hurry() {
        members.forEach(member -> member.link().hurry());
    }

    boolean isIn(BrokerSnapshot snapshot) {
        return snapshot.consumers().stream().filter(Herd::isMember).count() == members.size();
    }

    static boolean isMember(BrokerSnapshot.StreamState stream) {
        return stream.peer().client().value().startsWith(PREFIX);
    }

    void leave() {
        members.forEach(Member::hangUp);
    }

    @Override
    public void close() throws InterruptedException {
        for (Member member : members) {
            member.link().close();
        }
    }

    private final class Member {
        private final String name;
        private @Nullable Link link;
        private int streams;

        Member(String name) {
            this.name = name;
        }

        synchronized Link link() {
            if (link == null) {
                throw new IllegalStateException(name + " has never come");
            }
            return link;
        }

        synchronized void connect() {
            Link connected = new Link(name, port, 65_536, world.wire());
            link = connected;
            open(connected);
        }

        private synchronized void open(Link over) {
            if (world.isLeaving() || over != link) {
                return;
            }
            ConsumptionRequest request = ConsumptionRequest.newBuilder()
                    // A name of its own makes each stream an account of its own.
                    .setConsumerId("stream-" + streams++)
                    .setResourceId(RESOURCE)
                    .setMaxRate(4)
                    .setBufferLimit(4)
                    .build();
            new ConsumeStream(world, over, request, true, () -> world.later(50, () -> open(over))).open();
        }

        void hangUp() {
            link().hangUp();
        }
    }
}
