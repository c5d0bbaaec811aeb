package virdi.ui.map.scene;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.TimeRange;
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

    private Consumer<Set<SeriesQuery>> asker = watches -> {};
    private Set<SeriesQuery> asked = Set.of();
    private Frame shown = Frame.EMPTY;
    private Box seen = new Box(0, 0, 0, 0);

    /** Who is to be told whose past is wanted from now on. */
    public void askOf(Consumer<Set<SeriesQuery>> newAsker) {
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
        Set<SeriesQuery> wanted = new HashSet<>();
        if (camera.zoom() >= FROM) {
            picture.basins().forEach(basin -> update(basin, visible, frame, wanted));
            picture.cards().forEach(card -> update(card, visible, frame, wanted));
        }
        if (!wanted.equals(asked)) {
            asked = wanted;
            asker.accept(wanted);
        }
    }

    private static void update(BasinPicture basin, Box visible, Frame frame, Set<SeriesQuery> wanted) {
        if (basin.tank().overlaps(visible)) {
            SeriesQuery watch = lastMinute(Set.of(new Target.Resource(basin.id())));
            wanted.add(watch);
            basin.recall(Sparkline.ofLevel(frame.series(watch)));
        }
        basin.forEachNode(node -> {
            if (node.box().overlaps(visible) && !basin.isCompact()) {
                SeriesQuery watch = lastMinute(node.targets());
                wanted.add(watch);
                node.recall(Sparkline.ofFlow(frame.series(watch), node.key().side()));
            }
        });
    }

    private static void update(CardPicture card, Box visible, Frame frame, Set<SeriesQuery> wanted) {
        if (card.head().overlaps(visible)) {
            SeriesQuery watch = lastMinute(card.targets());
            wanted.add(watch);
            card.recall(Sparkline.ofFlow(frame.series(watch), card.key().side()));
        }
    }

    private static SeriesQuery lastMinute(Set<Target> targets) {
        return new SeriesQuery(targets, TimeRange.MINUTE);
    }
}
