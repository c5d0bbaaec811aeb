package virdi.ui.map.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.plane.Box;
import virdi.ui.sign.Figures;

/**
 * The present and possible rate of a pipe, as text beside its card, in map units. It stands on the side to which the
 * pipe does not bend. It is shortened to end before the neighbour's pipe. Immutable; any thread.
 *
 * @param x left edge at a producer, right edge at a consumer
 */
public record PipeLabel(String text, double x, double baseline) {
    /** Font size in map units. */
    public static final double SIZE = 11;

    /** Largest distance of its end from its card, in map units. */
    static final double ROOM = 117;

    private static final double BESIDE_CARD = 7;
    private static final double ABOVE_PIPE = 4;
    private static final double BELOW_PIPE = 12;
    /** Map units that it reaches beside its own pipe. */
    private static final double REACH = 15;

    /** Map units between two points at which the room is measured. */
    private static final double STEP = 4;

    /**
     * Returns the label of a node's pipe.
     *
     * @param tank the tank at the other end of the pipe
     * @param compact whether the basin is compact; then there is only room for the present rate
     * @param scale factor for the text size, see {@link PaintContext#calm}
     * @param fits tells whether a text fits a width
     * @return null when there is no rate or no room, or while the user turns the valve there
     */
    public static @Nullable PipeLabel of(
            NodePicture picture, Box tank, boolean compact, double scale, BiPredicate<String, Double> fits) {
        MapNode node = picture.node();
        if (picture.isTurned() || node.pipeStyle() == PipeStyle.OFFERED && node.actualPerMinute() <= 0) {
            return null;
        }
        Pipe pipe = Pipe.of(picture, tank);
        double room = Math.min(room(picture, pipe, tank, scale), ROOM) - BESIDE_CARD;
        boolean start = node.isProducer();
        double x = start ? pipe.x0() + BESIDE_CARD : pipe.x1() - BESIDE_CARD;
        double beside = picture.isLabelledAbove()
                ? -pipe.width() / 2 - scale * ABOVE_PIPE
                : pipe.width() / 2 + scale * BELOW_PIPE;
        return texts(node, compact).stream()
                .filter(text -> fits.test(text, room))
                .findFirst()
                .map(text -> new PipeLabel(text, x, picture.box().centreY() + beside))
                .orElse(null);
    }

    /** Returns the possible texts, the most informative first. */
    private static List<String> texts(MapNode node, boolean compact) {
        double actual = node.actualPerMinute();
        double possible = node.possiblePerMinute();
        List<String> texts = new ArrayList<>();
        if (!compact) {
            texts.add(Figures.ratePair(actual, possible));
            texts.add(Figures.compact(actual) + " / " + Figures.compact(possible) + " /min");
            texts.add(Figures.rate(actual));
        }
        texts.add(Figures.compact(actual) + "/min");
        return texts;
    }

    /** Returns the distance from the card to the point where the next pipe comes too close. */
    private static double room(NodePicture picture, Pipe pipe, Box tank, double scale) {
        NodePicture next = picture.next();
        double length = pipe.x1() - pipe.x0();
        if (next == null) {
            return length;
        }
        Pipe other = Pipe.of(next, tank);
        double needed = pipe.width() / 2 + scale * REACH + other.width() / 2;
        double room = 0;
        while (room + STEP <= length) {
            double x = picture.node().isProducer() ? pipe.x0() + room + STEP : pipe.x1() - room - STEP;
            if (Math.abs(other.yAtX(x) - picture.box().centreY()) < needed) {
                break;
            }
            room += STEP;
        }
        return room;
    }
}
