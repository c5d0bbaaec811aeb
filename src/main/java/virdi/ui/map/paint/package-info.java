/**
 * Stateless painters: a pen and a thing become pixels. They decide nothing and remember nothing.
 *
 * <p>They may import {@code scene} and the rooms below it, {@code telemetry}, {@code model}, {@code ui.sign} and
 * {@code ui.kit}.
 */
@NullMarked
package virdi.ui.map.paint;

import org.jspecify.annotations.NullMarked;
