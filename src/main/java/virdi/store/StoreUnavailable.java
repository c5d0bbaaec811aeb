package virdi.store;

/** The store cannot be opened; the message is a sentence for people that says why and what to do. */
public final class StoreUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    StoreUnavailable(String sentence) {
        super(sentence);
    }
}
