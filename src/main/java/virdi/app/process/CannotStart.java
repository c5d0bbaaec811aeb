package virdi.app.process;

import org.jspecify.annotations.Nullable;

/** Why the program does not start, as one sentence for people: what is wrong, where, and what to do instead. */
public final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
