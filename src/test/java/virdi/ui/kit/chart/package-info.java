/**
 * Tests of charts: axes, plots and CSV. No helpers.
 */
@NullMarked
package virdi.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
