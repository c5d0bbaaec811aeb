package virdi.model;

/**
 * The name of one peer: its {@code client-id} metadata, or its remote address when it sent none.
 *
 * @param value 1 to 256 bytes, never blank
 */
public record ClientId(String value) implements Comparable<ClientId> {
    @Override
    public int compareTo(ClientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
