package virdi.engine;

import virdi.model.CloseStatus;
import virdi.model.ConsumptionSpec;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamKind;

/**
 * Where the wire brings its streams. Any thread may call; nothing blocks. Each stream gets an inlet, which the wire
 * feeds, and brings an outlet, which the broker's thread calls.
 *
 * <p>An inlet is fed by one thread at a time, as gRPC calls a listener. After the outlet's {@code close} or the
 * inlet's {@code cancelled} the stream is over and further calls on either are ignored.
 */
public interface StreamGateway {
    /** A client offers a resource. */
    Inlet openOffer(Peer peer, ResourceId resource, OfferOutlet outlet);

    /** A client opens a production; it has {@code firstMessageTimeout} to send its {@code init_info}. */
    ProduceInlet openProduction(Peer peer, ProduceOutlet outlet);

    /** A client opens a consumer. */
    Inlet openConsumption(Peer peer, ConsumptionSpec spec, ConsumeOutlet outlet);

    /** Journals a stream that the wire itself refused, because its first message was malformed. */
    void refused(Peer peer, StreamKind kind, CloseStatus status);

    /** Journals that a connection of a client has so many streams open that it comes near the limit of them. */
    void crowded(Peer peer, int streams, int limit);

    /** The wire's calls to the broker about any stream. */
    interface Inlet {
        /** The transport takes messages again (gRPC's {@code onReady}). */
        void ready();

        /** The client cancelled, or its connection is gone. */
        void cancelled();
    }

    /** The wire's calls to the broker about a production. */
    interface ProduceInlet extends Inlet {
        /** How many messages the wire may ask of gRPC before any has come: the credit it starts with. */
        int initialCredit();

        /** The first message: what is produced. */
        void init(ResourceId resource);

        /**
         * An amount of 0 to 4,294,967,295 units. At most as many calls as credit was given. It waits in the inlet until
         * the next {@link #flush}.
         */
        void amount(long units);

        /**
         * Shows the broker the amounts that wait: once for all that the transport brought at once, because waking the
         * broker costs more than fifty messages. The other calls of an inlet show them too.
         */
        void flush();

        /** The client half-closed: no more will come. */
        void halfClosed();

        /** A message broke the protocol: what came before it still counts, then the stream ends so. */
        void violated(CloseStatus status);
    }

    /** The broker's calls to any stream; on the broker's thread, never blocking. */
    interface Outlet {
        /** Whether a message handed over now would not wait in a growing queue. */
        boolean isReady();

        /**
         * Ends the stream.
         *
         * @param units accepted of a production ({@code virdi-accepted}), delivered to a consumer, 0 for an offer
         */
        void close(CloseStatus status, long units);
    }

    /** The broker's calls to an offer. */
    interface OfferOutlet extends Outlet {
        /** Sends a {@code ProductionRequest}. */
        void request();
    }

    /** The broker's calls to a production. */
    interface ProduceOutlet extends Outlet {
        /** Gives credit for so many more messages (gRPC's {@code request(n)}). */
        void readMore(int messages);
    }

    /** The broker's calls to a consumer. */
    interface ConsumeOutlet extends Outlet {
        /**
         * Hands units over.
         *
         * @param units 1 to 4,294,967,295
         * @return false when the stream was already over and nothing was handed: the units stay in the broker
         */
        boolean deliver(long units);
    }
}
