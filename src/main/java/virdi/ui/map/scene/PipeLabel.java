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
 * What flows through a pipe and what could, written at its card on the side that the pipe does not bend to: as much of it
 * as has room before the neighbour's pipe comes down there. In map units.
 *
 * @param x where it begins at a producer, and ends at a consumer
 */
public record PipeLabel(String text, double x, double baseline) {
    /** Of its font. */
    public static final double SIZE = 11;

    /** How far from its card it reaches at most. */
    static final double ROOM = 117;

    private static final double BESIDE_CARD = 7;
    private static final double ABOVE_PIPE = 4;
    private static final double BELOW_PIPE = 12;
    /** How far beside its own pipe it reaches. */
    private static final double REACH = 15;

    private static final double STEP = 4;

    /**
     * @param tank that its pipe leads to or from
     * @param compact whether a small basin has it, where there is only room for what flows
     * @param scale of what is written, see {@link PaintContext#calm}
     * @param fits whether a text has room
     * @return null where there is nothing to be told, or no room, or while the valve there is being turned
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

    /** What could be written, the most telling first. */
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

    /** How far from its card the next pipe leaves it room. */
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
