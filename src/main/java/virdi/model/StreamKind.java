package virdi.model;

/** The three kinds of stream of the protocol. */
public enum StreamKind {
    OFFER("offer"),
    PRODUCTION("production"),
    CONSUMER("consumer");

    private final String word;

    StreamKind(String word) {
        this.word = word;
    }

    /** The word for people. */
    public String word() {
        return word;
    }
}
