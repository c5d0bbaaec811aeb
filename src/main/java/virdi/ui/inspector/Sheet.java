package virdi.ui.inspector;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.ui.sign.Act;
import virdi.ui.sign.Sign;

/**
 * The text of the inspector about a selection in one frame. Immutable.
 *
 * @param layout the nodes stay as long as this stays equal, and only their texts change
 * @param title name of the selection
 * @param subtitle "consumer of coal · client factory-a"
 * @param sign of the state; null when nothing is selected
 * @param words the state
 * @param why the first cause of it, null when healthy
 * @param link the target of the subtitle; null for none
 * @param rates "58 / 60 /min"; empty where there is no rate
 * @param facts all other facts, in groups
 * @param related the streams of a resource or client, or the things selected together
 * @param acts that fit
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
    /** A link to another target. */
    record Link(String words, Target target) {}

    /** Facts under a heading; an empty heading is not shown. */
    record Group(String heading, List<SheetEntry> facts) {}

    /** A name and its value. */
    record SheetEntry(String name, String value, String explanation) {
        SheetEntry(String name, String value) {
            this(name, value, "");
        }
    }

    /** A line that leads to something related. */
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
