package virdi.broker;

import virdi.model.CloseStatus;

/** Ends a stream, whoever wants it; harmless when it is over. Broker's thread only. */
interface StreamCloser {
    void end(BrokerStream stream, CloseStatus status, long nowNanos);
}
