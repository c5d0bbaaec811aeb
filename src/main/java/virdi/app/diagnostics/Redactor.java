package virdi.app.diagnostics;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces secrets in lines of text. Any thread.
 *
 * <p>The program does not log its token. But a library may, and a client may send a token of another system by mistake.
 *
 * @param secrets texts to replace, as the user gave them
 */
record Redactor(List<String> secrets) {
    private static final String REPLACEMENT = "(not shown)";

    /** A token in the header of a request. */
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)\\S+");

    String redact(String line) {
        String masked = line;
        for (String secret : secrets) {
            masked = masked.replace(secret, REPLACEMENT);
        }
        return BEARER.matcher(masked).replaceAll("$1" + REPLACEMENT);
    }
}
