package virdi.ui.map.scene;

import java.util.function.ToDoubleFunction;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.Frame;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;
import virdi.ui.sign.Targets;

/** Says below a tank why it is not healthy, where the layout has room for that. FX thread only. */
public final class WhyTexts {
    private final ToDoubleFunction<String> ruler;

    /** @param ruler how wide a piece of a sentence is, in map units */
    WhyTexts(ToDoubleFunction<String> ruler) {
        this.ruler = ruler;
    }

    void update(BasinPicture basin, Frame frame) {
        Cause cause = basin.basin().view().why();
        Box room = basin.placement().why();
        if (cause == null || room == null) {
            basin.explain(null);
            return;
        }
        String link = cause.culprit().equals(new Target.Resource(basin.id())) ? "" : link(cause.culprit(), frame);
        basin.explain(WhyText.of(cause, link, room.width() - 2 * HitTest.WHY_PADDING, HitTest.WHY_LINES, ruler));
    }

    /** What a link says that leads to a culprit. */
    static String link(Target culprit, Frame frame) {
        return "Show " + Targets.label(culprit, frame);
    }
}
