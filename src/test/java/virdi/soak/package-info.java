/**
 * The whole broker among hundreds of clients that vanish, hang, flood and come back, for minutes; judged by the books
 * that clients and broker keep, never by speed. The clients know only the proto.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.soak.Soak}, {@link virdi.soak.World}: one run, and the parts that its clients share
 *   <li>{@link virdi.soak.Chaos}, {@link virdi.soak.Upheavals}, {@link virdi.soak.Operator}, {@link virdi.soak.Herd}, {@link virdi.soak.HalfOpen}: everything that disturbs
 *   <li>{@link virdi.soak.ProducerClient}, {@link virdi.soak.ConsumerClient} and their streams: the clients
 *   <li>{@link virdi.soak.Books}, {@link virdi.soak.Auditor}, {@link virdi.soak.Tally}, {@link virdi.soak.Footprint}, {@link virdi.soak.LogWatch}: everything that judges
 *   <li>{@link virdi.soak.TcpProxy}, {@link virdi.soak.Link}: the network
 * </ul>
 */
@NullMarked
package virdi.soak;

import org.jspecify.annotations.NullMarked;
