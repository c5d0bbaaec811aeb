/**
 * The drawer under the map: events, open streams, the ledger and the audit log.
 *
 * <p>Decides nothing and changes nothing but the selection. May import {@code model}, {@code telemetry},
 * {@code control}, {@code ui.kit}, {@code ui.sign} and JavaFX; no other feature.
 */
@NullMarked
package virdi.ui.journal;

import org.jspecify.annotations.NullMarked;
