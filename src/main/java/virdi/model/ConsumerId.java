package virdi.model;

/**
 * A client's name for one of its consumers; unique within the client only.
 *
 * @param value as {@link IdText} allows it
 */
public record ConsumerId(String value) implements Comparable<ConsumerId> {
    @Override
    public int compareTo(ConsumerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
