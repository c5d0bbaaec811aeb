/**
 * The live map: one basin per resource, producers left, tank in the middle, consumers right, and dots that move as the
 * units do. Or, by client: makers left, tanks in the middle, takers right, and a card for each client.
 *
 * <p>Frames become a picture model in plain Java ({@link virdi.ui.map.MapViewModel}); painters draw what stands still
 * on one canvas and what moves on another above it. Motion is a function of frame and pulse time: no timer and no scene
 * node per thing drawn. Knows no other feature of the window. May import {@code telemetry}, {@code model},
 * {@code ui.kit}, {@code ui.sign} and JavaFX.
 */
@NullMarked
package virdi.ui.map;

import org.jspecify.annotations.NullMarked;
