/**
 * Makes pictures of the broker for people: the sampler turns snapshots into {@link virdi.telemetry.Frame}s with rates,
 * states in words, causes, forecasts, history and events.
 *
 * <p>Decides nothing and changes nothing. May import {@code engine} and {@code model}.
 */
@NullMarked
package virdi.telemetry;

import org.jspecify.annotations.NullMarked;
