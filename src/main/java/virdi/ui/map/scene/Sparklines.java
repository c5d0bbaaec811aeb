package virdi.ui.map.scene;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.Span;
import virdi.telemetry.Watch;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.plane.Box;

/**
 * Has what is so near that a chart fits on it show its last minute. FX thread only.
 *
 * <p>The past is kept where rates are measured. The map asks for that of what is in view, and frames carry it from then
 * on: so it is there whole as soon as somebody comes near, and costs nothing while nobody does.
 */
public final class Sparklines {
    /** Nearer than the map ever is fitted into the view. */
    public static final double FROM = 1.6;

    private Consumer<Set<Watch>> asker = watches -> {};
    private Set<Watch> asked = Set.of();
    private Frame shown = Frame.EMPTY;
    private Box seen = new Box(0, 0, 0, 0);

    /** Who is to be told whose past is wanted from now on. */
    public void askOf(Consumer<Set<Watch>> newAsker) {
        asker = newAsker;
    }

    /** Hands what a frame carries to what is in view, and asks for what is missing there. */
    @SuppressWarnings("ReferenceEquality") // there is another instance when there is something new
    void update(MapPicture picture, Camera camera, Frame frame) {
        Box visible = camera.visible();
        if (camera.isGliding() || frame == shown && visible.equals(seen)) {
            return;
        }
        shown = frame;
        seen = visible;
        Set<Watch> wanted = new HashSet<>();
        if (camera.zoom() >= FROM) {
            picture.basins().forEach(basin -> update(basin, visible, frame, wanted));
            picture.cards().forEach(card -> update(card, visible, frame, wanted));
        }
        if (!wanted.equals(asked)) {
            asked = wanted;
            asker.accept(wanted);
        }
    }

    private static void update(BasinPicture basin, Box visible, Frame frame, Set<Watch> wanted) {
        if (basin.tank().overlaps(visible)) {
            Watch watch = lastMinute(Set.of(new Target.Resource(basin.id())));
            wanted.add(watch);
            basin.recall(Sparkline.ofLevel(frame.past(watch)));
        }
        basin.forEachNode(node -> {
            if (node.box().overlaps(visible) && !basin.isCompact()) {
                Watch watch = lastMinute(node.targets());
                wanted.add(watch);
                node.recall(Sparkline.ofFlow(frame.past(watch), node.key().side()));
            }
        });
    }

    private static void update(CardPicture card, Box visible, Frame frame, Set<Watch> wanted) {
        if (card.head().overlaps(visible)) {
            Watch watch = lastMinute(card.targets());
            wanted.add(watch);
            card.recall(Sparkline.ofFlow(frame.past(watch), card.key().side()));
        }
    }

    private static Watch lastMinute(Set<Target> targets) {
        return new Watch(targets, Span.MINUTE);
    }
}
