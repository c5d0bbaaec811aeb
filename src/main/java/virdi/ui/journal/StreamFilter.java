package virdi.ui.journal;

import java.util.Locale;
import virdi.telemetry.StreamView;
import virdi.ui.sign.StateText;

/** Finds streams by words that must all occur: in their kind, client, name, resource or state. */
final class StreamFilter {
    private StreamFilter() {}

    static boolean passes(StreamView stream, String text) {
        if (text.isBlank()) {
            return true;
        }
        String all = (stream.kind().word() + "\n" + stream.state().peer().client() + "\n" + stream.label() + "\n"
                        + stream.state().resource() + "\n" + StateText.of(stream))
                .toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
