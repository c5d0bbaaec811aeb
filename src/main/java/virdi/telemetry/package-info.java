/**
 * The window's door for reading: {@link virdi.telemetry.Frame}, the views, states and causes in it, and
 * {@link virdi.telemetry.FrameSource}, which hands frames out.
 *
 * <p>Holds values only; the packages below make them: {@code sampler} makes frames, {@code track} remembers each stream, tank
 * and client between two looks, {@code cause} explains their states, {@code rate} measures and {@code history} keeps the past.
 * Decides nothing and changes nothing. May import {@code model}; all of {@code telemetry} together may import {@code engine},
 * too.
 */
@NullMarked
package virdi.telemetry;

import org.jspecify.annotations.NullMarked;
