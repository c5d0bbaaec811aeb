package virdi.ui.map.scene;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;

/** Finds the element at a point of the plane. Stateless; FX thread only. */
public final class HitTest {
    /** Map units around the lines of a Why text. */
    public static final double WHY_PADDING = 14;

    /** Height of a line of a Why text, in map units. */
    public static final double WHY_LINE_HEIGHT = 18;
    /** Lines of a Why text below a tank: the layout has room for two. */
    static final int WHY_LINES = 2;

    /** Pixels beside a pipe that still count as a hit, because a thin pipe is hard to point at. */
    private static final double REACH_PIXELS = 5;

    private HitTest() {}

    static @Nullable MapElement at(MapPicture picture, double x, double y, double zoom) {
        if (!picture.cards().isEmpty()) {
            return among(picture, x, y, zoom);
        }
        for (BasinPicture basin : picture.basins()) {
            if (!basin.bounds().grownBy(4).contains(x, y)) {
                continue;
            }
            if (basin.tank().contains(x, y)) {
                return basin.element();
            }
            for (List<NodePicture> side : List.of(basin.producers(), basin.consumers())) {
                for (NodePicture node : side) {
                    if (node.box().contains(x, y) || isOnPipe(node, basin.tank(), x, y, zoom)) {
                        return node.element();
                    }
                }
            }
            return cell(basin).contains(x, y) ? basin.element() : null;
        }
        return null;
    }

    /**
     * Finds an element when pipes may cross. Cards and tanks lie above pipes; among several pipes the nearest one
     * counts.
     */
    private static @Nullable MapElement among(MapPicture picture, double x, double y, double zoom) {
        for (CardPicture card : picture.cards()) {
            if (card.box().contains(x, y)) {
                for (NodePicture row : card.rows()) {
                    if (row.box().contains(x, y)) {
                        return row.element();
                    }
                }
                return card.element();
            }
        }
        MapElement nearest = null;
        double least = Double.MAX_VALUE;
        for (BasinPicture basin : picture.basins()) {
            if (basin.tank().contains(x, y)) {
                return basin.element();
            }
            for (List<NodePicture> side : List.of(basin.producers(), basin.consumers())) {
                for (NodePicture node : side) {
                    Pipe pipe = Pipe.of(node, basin.tank());
                    if (x >= pipe.x0() && x <= pipe.x1()) {
                        double distance = Math.abs(pipe.yAtX(x) - y);
                        if (distance < least && distance <= pipe.width() / 2 + REACH_PIXELS / zoom) {
                            least = distance;
                            nearest = node.element();
                        }
                    }
                }
            }
            if (nearest == null && cell(basin).contains(x, y)) {
                return basin.element();
            }
        }
        return nearest;
    }

    /** Returns the box of a tank with its name and state. */
    private static Box cell(BasinPicture basin) {
        return new Box(
                basin.tank().x() - 30,
                basin.tank().y() - BasinShape.HEAD,
                basin.tank().width() + 60,
                BasinShape.HEAD + basin.tank().height() + BasinShape.FOOT);
    }

    /** Returns the link of a Why text below a tank. When the text shows only its headline, all of it is the link. */
    static @Nullable Target linkAt(Collection<BasinPicture> basins, double x, double y, DetailLevel detail) {
        if (detail == DetailLevel.FAR) {
            return null;
        }
        for (BasinPicture basin : basins) {
            WhyText why = basin.why();
            Box box = whyBox(basin);
            if (why != null && box != null && (detail == DetailLevel.NEAR ? linkBox(why, box) : box).contains(x, y)) {
                return why.culprit();
            }
        }
        return null;
    }

    /** Returns the present box of the sentence below a tank; null for none. */
    public static @Nullable Box whyBox(BasinPicture basin) {
        Box room = basin.placement().why();
        if (room == null) {
            return null;
        }
        Box bounds = basin.bounds();
        return room.movedBy(
                bounds.x() - basin.placement().bounds().x(),
                bounds.y() - basin.placement().bounds().y());
    }

    /** Returns the box of the link within the box of a Why text. */
    public static Box linkBox(WhyText why, Box box) {
        double top = box.centreY() - why.lineCount() * WHY_LINE_HEIGHT / 2;
        return new Box(
                box.x() + WHY_PADDING + why.linkX(),
                top + why.linkLine() * WHY_LINE_HEIGHT,
                why.linkWidth(),
                WHY_LINE_HEIGHT);
    }

    private static boolean isOnPipe(NodePicture node, Box tank, double x, double y, double zoom) {
        Pipe pipe = Pipe.of(node, tank);
        if (x < Math.min(pipe.x0(), pipe.x1()) || x > Math.max(pipe.x0(), pipe.x1())) {
            return false;
        }
        return Math.abs(pipe.yAtX(x) - y) <= pipe.width() / 2 + REACH_PIXELS / zoom;
    }

    /** Returns the height of a bubble for a text. */
    static double bubbleHeight(WhyText why) {
        return why.lineCount() * WHY_LINE_HEIGHT + 2 * WHY_PADDING * 0.8;
    }
}
