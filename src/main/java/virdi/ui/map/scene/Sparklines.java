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
 * Shows a chart of the last minute on every element that is large enough on the screen. FX thread only.
 *
 * <p>The part of the program that measures rates also keeps their history. The map asks for the history of visible
 * elements, and later frames contain it. So a chart is complete as soon as the user zooms in, and costs nothing
 * otherwise.
 */
public final class Sparklines {
    /** Zoom factor from which charts are shown. It is larger than any zoom at which the camera fits the whole map. */
    public static final double FROM = 1.6;

    private Consumer<Set<SeriesQuery>> asker = watches -> {};
    private Set<SeriesQuery> asked = Set.of();
    private Frame shown = Frame.EMPTY;
    private Box seen = new Box(0, 0, 0, 0);

    /** Sets the receiver of requests for history. */
    public void askOf(Consumer<Set<SeriesQuery>> newAsker) {
        asker = newAsker;
    }

    /** Passes the history in a frame to the visible elements, and requests history that is missing. */
    @SuppressWarnings("ReferenceEquality") // new content always comes in a new instance
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
