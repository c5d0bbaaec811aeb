/**
 * Tests of the command line and the settings file. No helpers.
 */
@NullMarked
package virdi.app.settings;

import org.jspecify.annotations.NullMarked;
