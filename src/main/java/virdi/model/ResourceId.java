package virdi.model;

/**
 * The name of a kind of unit. Each has one tank in the broker.
 *
 * @param value as {@link IdText} allows it
 */
public record ResourceId(String value) implements Comparable<ResourceId> {
    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
