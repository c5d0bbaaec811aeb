package virdi.ui.map.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import virdi.model.StreamKind;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.MapViews;
import virdi.ui.map.MapWorld;
import virdi.ui.map.plane.Box;

/** Tests the texts at pipes, and that no text lies on a pipe. */
public class PipeLabelTest {
    private static final double ASCENT = 0.78 * PipeLabel.SIZE;
    private static final double DESCENT = 0.22 * PipeLabel.SIZE;
    private static final double PER_CHARACTER = 5.6;

    @Property(tries = 300)
    void noRateIsWrittenOnAPipe(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 100_000_000) Integer> in,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 100_000_000) Integer> out,
            @ForAll @DoubleRange(min = 0.4, max = 1) double scale) {
        BasinPicture basin = basin(in, out);
        List<NodePicture> nodes = new ArrayList<>(basin.producers());
        nodes.addAll(basin.consumers());
        for (NodePicture node : nodes) {
            PipeLabel label = label(basin, node, scale);
            if (label != null) {
                double width = label.text().length() * PER_CHARACTER * scale;
                double left = node.node().isProducer() ? label.x() : label.x() - width;
                Box written = new Box(left, label.baseline() - ASCENT * scale, width, (ASCENT + DESCENT) * scale);
                assertThat(nodes)
                        .allSatisfy(other -> assertThat(liesOn(written, Pipe.of(other, basin.tank())))
                                .as("%s at %s on the pipe of %s", label, node.key(), other.key())
                                .isFalse());
                assertThat(node.written().union(written)).isEqualTo(node.written());
            }
        }
    }

    @Test
    void bothRatesStandInFullWhereNoOtherPipeComesNear() {
        BasinPicture basin = basin(List.of(310), List.of(310, 310));
        assertThat(text(basin, basin.producers().getFirst())).isEqualTo("310 / 310 /min");
        assertThat(text(basin, basin.consumers().getFirst())).isEqualTo("310 / 310 /min");
    }

    @Test
    void whatFlowsStandsAtEachOfEightPipes() {
        BasinPicture basin = basin(List.of(2_546), Collections.nCopies(8, 2_546));
        assertThat(basin.consumers())
                .hasSize(8)
                .allSatisfy(node -> assertThat(text(basin, node)).startsWith("2,546"));
    }

    /** The pace stands beside the pointer then, and the valve would cut off the rate. */
    @Test
    void nothingIsWrittenAtAPipeWhoseValveIsBeingTurned() {
        BasinPicture basin = basin(List.of(310), List.of(310));
        NodePicture consumer = basin.consumers().getFirst();
        consumer.turn(true);
        assertThat(label(basin, consumer, 1)).isNull();
        consumer.turn(false);
        assertThat(label(basin, consumer, 1)).isNotNull();
    }

    private static String text(BasinPicture basin, NodePicture node) {
        PipeLabel label = label(basin, node, 1);
        return label == null ? "" : label.text();
    }

    private static @Nullable PipeLabel label(BasinPicture basin, NodePicture node, double scale) {
        return PipeLabel.of(
                node, basin.tank(), false, scale, (text, room) -> text.length() * PER_CHARACTER * scale <= room);
    }

    private static boolean liesOn(Box box, Pipe pipe) {
        for (double x = Math.max(box.x(), pipe.x0()); x <= Math.min(box.right(), pipe.x1()); x++) {
            double y = pipe.yAtX(x);
            if (y + pipe.width() / 2 > box.y() && y - pipe.width() / 2 < box.bottom()) {
                return true;
            }
        }
        return false;
    }

    private static BasinPicture basin(List<Integer> in, List<Integer> out) {
        MapWorld world = new MapWorld().tank("iron", TankState.STEADY);
        for (int i = 0; i < in.size(); i++) {
            world.stream(StreamKind.PRODUCTION, "mine-" + (char) ('a' + i), "", "iron", FlowState.FLOWING, in.get(i));
        }
        for (int i = 0; i < out.size(); i++) {
            String name = "user-" + (char) ('a' + i);
            world.stream(StreamKind.CONSUMER, "factory", name, "iron", FlowState.FLOWING, out.get(i));
        }
        MapViewModel model = MapViews.model();
        model.resize(1_600, 1_000, 0);
        model.show(world.frame(0), 0);
        return model.basins().iterator().next();
    }
}
