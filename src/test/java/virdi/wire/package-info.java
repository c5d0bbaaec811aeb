/**
 * Tests of the wire, over the in-process transport and over sockets.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.wire.Way} and {@link virdi.wire.Transport}: the two transports, with a server on each
 *   <li>{@link virdi.wire.BrokerRun}: the real broker behind a transport, and its settings for tests
 *   <li>{@link virdi.wire.ScriptedGateway}: records what the wire brings and hands the outlets to the test
 *   <li>{@link virdi.wire.TestClient} and {@link virdi.wire.Heard}: a client with generated stubs, and what it gets on a stream
 *   <li>{@link virdi.wire.RawCall} and {@link virdi.wire.RawHttp2}: calls with any bytes, and HTTP/2 frames written by hand
 *   <li>{@link virdi.wire.BadInput} and {@link virdi.wire.BadFrames}: the tables of bad input with the expected answers
 *   <li>{@link virdi.wire.Proxy}: a network between client and port that counts bytes and can go dead
 *   <li>{@link virdi.wire.Certificate}: a self-signed certificate
 * </ul>
 */
@NullMarked
package virdi.wire;

import org.jspecify.annotations.NullMarked;
