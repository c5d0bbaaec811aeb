package virdi.app;

import org.jspecify.annotations.Nullable;

/** Why the program does not start, as one sentence for people: what is wrong, where, and what to do instead. */
final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
