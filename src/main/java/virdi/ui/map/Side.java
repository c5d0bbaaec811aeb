package virdi.ui.map;

/** On which side of its tank a node stands. */
enum Side {
    PRODUCER,
    CONSUMER
}
