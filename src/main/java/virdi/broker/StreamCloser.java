package virdi.broker;

import virdi.model.Ending;

/** Ends a stream, whoever wants it; harmless when it is over. Broker's thread only. */
interface StreamCloser {
    void end(BrokerStream stream, Ending ending, long nowNanos);
}
