package virdi.store;

/** The store cannot be opened; the message is a sentence for people that says why and what to do. */
public final class StoreUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    StoreUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
        inUse = false;
    }

    StoreUnavailable(String sentence) {
        this(sentence, false);
    }

    private StoreUnavailable(String sentence, boolean inUse) {
        super(sentence);
        this.inUse = inUse;
    }

    /** Another program holds the directory. */
    static StoreUnavailable inUse(String sentence) {
        return new StoreUnavailable(sentence, true);
    }

    /** Whether it is because another program holds the directory. */
    public boolean isInUse() {
        return inUse;
    }
}
