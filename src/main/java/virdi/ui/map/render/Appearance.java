package virdi.ui.map.render;

import java.util.ArrayList;
import java.util.List;
import virdi.telemetry.FlowState;
import virdi.telemetry.ResourceView;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.paint.CardPainter;
import virdi.ui.map.paint.PipePainter;
import virdi.ui.map.paint.TankPainter;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.render.Damage.Contents;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Pipe;
import virdi.ui.sign.StateText;

/** The contents of each static part as values: a part is drawn again when its values are no longer equal. */
public final class Appearance {
    /** The state of a pipe, with the width of its body: equal values look alike whatever flows. */
    private record PipeState(PipeStyle style, FlowState flow, boolean heldBack, long width) {
        static PipeState of(MapNode node) {
            return new PipeState(
                    node.pipeStyle(),
                    node.flow(),
                    PipePainter.isHeldBack(node),
                    Math.round(Pipe.width(node.possiblePerMinute())));
        }
    }

    private static final String NOTHING = "";

    private Appearance() {}

    /** A tank with the sentence below it. */
    static Contents of(BasinPicture basin, DetailLevel detail) {
        ResourceView view = basin.basin().view();
        boolean troubled = TankPainter.isTroubled(view);
        if (!TankPainter.tellsState(view, detail, basin.isOpen())) {
            return new Contents(NOTHING, troubled, NOTHING);
        }
        WhyText why = basin.why();
        List<String> sentence = why != null && detail != DetailLevel.FAR ? why.lines() : List.of();
        return new Contents(List.of(view.severity(), view.tank()), troubled, List.of(StateText.of(view), sentence));
    }

    /** A node with its pipe. */
    static Contents of(NodePicture picture, DetailLevel detail) {
        MapNode node = picture.node();
        PipeState pipe = PipeState.of(node);
        List<Object> state = List.of(pipe.style(), pipe.flow(), pipe.heldBack(), picture.isTurned(), node.label());
        Object text = detail == DetailLevel.NEAR
                ? List.of(
                        node.words(),
                        Math.round(node.actualPerMinute() * (node.actualPerMinute() < 10 ? 10 : 1)),
                        Math.round(node.possiblePerMinute()),
                        Math.round(node.throttlePerMinute()),
                        picture.sparkline())
                : NOTHING;
        return new Contents(state, List.of(state, pipe.width()), text);
    }

    /** The state of a pipe that crosses others. */
    static Object ofCrossing(NodePicture picture, boolean valve) {
        PipeState pipe = PipeState.of(picture.node());
        return valve ? List.of(pipe, Math.round(picture.node().throttlePerMinute())) : pipe;
    }

    /** A tank that pipes of others cross. */
    static Contents ofCrossed(BasinPicture basin, DetailLevel detail) {
        ResourceView view = basin.basin().view();
        List<Object> state = List.of(view.severity(), view.tank());
        boolean told = TankPainter.tellsState(view, detail, basin.isOpen());
        return new Contents(state, told, List.of(state, StateText.of(view)));
    }

    /** A client's card: whatever changes, all of it is drawn again. */
    static Contents of(CardPicture card, DetailLevel detail, double zoom) {
        List<Object> state = new ArrayList<>();
        state.add(card.card().label());
        card.rows().forEach(row -> state.add(PipeState.of(row.node())));
        List<Object> text = new ArrayList<>();
        if (detail == DetailLevel.NEAR) {
            text.add(card.sparkline());
            card.rows()
                    .forEach(row -> text.add(List.of(
                            row.sparkline(),
                            row.node().words(),
                            Math.round(row.node().actualPerMinute()))));
        } else if (CardPainter.isReadable(zoom)) {
            text.add(Math.round(card.card().madePerMinute()));
            text.add(Math.round(card.card().takenPerMinute()));
        }
        return new Contents(state, state, text);
    }
}
