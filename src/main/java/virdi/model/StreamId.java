package virdi.model;

/**
 * Names one stream for as long as this broker runs; rises with every stream opened, never reused.
 *
 * @param value 1 or more
 */
public record StreamId(long value) implements Comparable<StreamId> {
    @Override
    public int compareTo(StreamId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "#" + value;
    }
}
