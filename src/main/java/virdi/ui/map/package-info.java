/**
 * The live map: one basin per resource, producers left, the tank in the middle, consumers right, and dots that move as
 * the units do. Or, by client, a card for each client left and right of all tanks.
 *
 * <p>This package is the view: it puts the rooms together, takes gestures and exports pictures. Each room may import only
 * those left of it: {@code plane < content < layout < scene < paint < valve < render < map}. Frames become a picture model
 * in plain Java ({@link virdi.ui.map.scene.MapViewModel}); painters draw its static part on one canvas and what moves on
 * another above it. Motion is a function of frame and pulse time: there is no timer and no scene node per thing drawn.
 *
 * <p>It may import {@code telemetry}, {@code model}, {@code ui.sign}, {@code ui.kit} and JavaFX, and no other feature of
 * the window. Those know of it only the view, {@link virdi.ui.map.content.MapOrder} and
 * {@link virdi.ui.map.layout.LayoutRunner}.
 */
@NullMarked
package virdi.ui.map;

import org.jspecify.annotations.NullMarked;
