package virdi.ui.inspector;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.ui.sign.Act;
import virdi.ui.sign.Sign;

/**
 * What the inspector writes about a selection in one frame. Immutable.
 *
 * @param layout what the nodes are made for: as long as it stays equal, only their texts change
 * @param title what is selected
 * @param subtitle "consumer of coal · client factory-a"
 * @param sign of the state; null when nothing is selected
 * @param words the state
 * @param why the first cause of it, null when healthy
 * @param link where the subtitle leads; null for nowhere
 * @param rates "58 / 60 /min"; empty where there is no rate
 * @param facts all else that is known, in groups
 * @param related the streams of a resource or client, or the things selected together
 * @param acts what can be done
 */
record Sheet(
        Object layout,
        String title,
        String subtitle,
        @Nullable Sign sign,
        String words,
        @Nullable Cause why,
        @Nullable Link link,
        String rates,
        List<Group> facts,
        List<Related> related,
        Set<Act> acts) {
    /** A place to go. */
    record Link(String words, Target target) {}

    /** Facts under a heading; an empty heading is not shown. */
    record Group(String heading, List<Fact> facts) {}

    /** One thing known. */
    record Fact(String name, String value, String explanation) {
        Fact(String name, String value) {
            this(name, value, "");
        }
    }

    /** Something that belongs to the selection, to be clicked at. */
    record Related(Target target, String name, Sign sign, String words, String figure) {}

    static final Sheet NOTHING = new Sheet(
            "nothing",
            "Nothing selected",
            "Click a tank, a pipe or a client. With Ctrl several.",
            null,
            "",
            null,
            null,
            "",
            List.of(),
            List.of(),
            Set.of());
}
