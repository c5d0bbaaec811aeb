package virdi.engine;

import org.jspecify.annotations.Nullable;
import virdi.broker.Broker;
import virdi.broker.BrokerStream;
import virdi.model.Peer;
import virdi.model.StreamId;

/**
 * A stream whose client sends one request and no message after it; see {@link StreamPort} for the threads.
 *
 * @param <O> the stream's outlet
 * @param <R> the request, dropped when the stream has opened
 * @param <S> the broker's stream
 */
abstract class RequestPort<O extends StreamGateway.Outlet, R, S extends BrokerStream> extends StreamPort<O> {
    private @Nullable R request;
    private @Nullable S stream;

    RequestPort(BrokerLoop loop, StreamId id, Peer peer, R request, O outlet) {
        super(loop, id, peer, outlet);
        this.request = request;
    }

    @Override
    final boolean isOpened() {
        return request == null;
    }

    @Override
    final void open(Broker broker, long now) {
        R opening = request;
        if (opening != null) {
            request = null;
            stream = open(broker, opening, now);
        }
    }

    /** Registers the stream with the broker; null when it was refused. */
    abstract @Nullable S open(Broker broker, R opening, long now);

    @Override
    final @Nullable S stream() {
        return stream;
    }

    @Override
    final void visitMessages(Broker broker, long now) {
        // No message follows the request.
    }
}
