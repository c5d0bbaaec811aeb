/**
 * The drawer: what happened (events), what is open (streams), what balances (ledger), what operators did (audit).
 *
 * <p>Decides nothing and changes nothing but the selection. May import {@code model}, {@code telemetry},
 * {@code control}, {@code ui.kit}, {@code ui.sign} and JavaFX; no other feature.
 */
@NullMarked
package virdi.ui.journal;

import org.jspecify.annotations.NullMarked;
