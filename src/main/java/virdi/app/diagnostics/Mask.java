package virdi.app.diagnostics;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaves out of a line what nobody may read. Any thread.
 *
 * <p>The program itself never logs its token. Should a library do so, or a client send a wrong one that somebody uses
 * elsewhere, what is handed on does not repeat it.
 *
 * @param secrets as they were given
 */
record Mask(List<String> secrets) {
    private static final String INSTEAD = "(not shown)";

    /** How a token travels, whosever it is. */
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)\\S+");

    String of(String line) {
        String masked = line;
        for (String secret : secrets) {
            masked = masked.replace(secret, INSTEAD);
        }
        return BEARER.matcher(masked).replaceAll("$1" + INSTEAD);
    }
}
