package virdi.ui.map.content;

/** On which side of its tank a node stands. */
public enum Side {
    PRODUCER,
    CONSUMER
}
