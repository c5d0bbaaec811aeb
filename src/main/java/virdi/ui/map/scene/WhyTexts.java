package virdi.ui.map.scene;

import java.util.function.ToDoubleFunction;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.Frame;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;
import virdi.ui.sign.Targets;

/** Puts a sentence below a tank that tells why it is not healthy, if the layout has room for it. FX thread only. */
public final class WhyTexts {
    private final ToDoubleFunction<String> ruler;

    /**
     * Makes the texts.
     *
     * @param ruler measures the width of a piece of a sentence, in map units
     */
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

    /** Returns the text of a link to a culprit. */
    static String link(Target culprit, Frame frame) {
        return "Show " + Targets.label(culprit, frame);
    }
}
