/**
 * Benchmarks: what the broker costs, as ratios to a server that speaks the same protocol and does nothing else, in one
 * run. Not tests; {@link virdi.bench.Bench} runs them all.
 *
 * <p>Server, baseline and load are processes of their own. The load knows the proto only.
 */
@NullMarked
package virdi.bench;

import org.jspecify.annotations.NullMarked;
