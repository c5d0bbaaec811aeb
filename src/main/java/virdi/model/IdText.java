package virdi.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The one rule for ids on the wire: 1 to 256 bytes of UTF-8 without control characters. */
public final class IdText {
    /** The longest id, in bytes of UTF-8. */
    public static final int MAX_BYTES = 256;

    private IdText() {}

    /**
     * Checks an id.
     *
     *
     * @return empty when the id is well formed
     */
    public static Optional<String> problem(String field, String text) {
        if (text.isEmpty()) {
            return Optional.of(field + " is empty; expected 1 to " + MAX_BYTES + " bytes of UTF-8");
        }
        // No id of more chars than MAX_BYTES can fit, so a huge one is not encoded just to be measured.
        int bytes = text.length() > MAX_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of(field + " is too long; expected 1 to " + MAX_BYTES + " bytes of UTF-8");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(field + " has a control character; expected 1 to " + MAX_BYTES
                    + " bytes of UTF-8 without control characters");
        }
        return Optional.empty();
    }
}
