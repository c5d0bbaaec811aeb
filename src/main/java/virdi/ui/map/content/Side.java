package virdi.ui.map.content;

/** The side of its tank on which a node stands. */
public enum Side {
    PRODUCER,
    CONSUMER
}
