package virdi.telemetry;

/**
 * The streams that a diagnosis is about.
 *
 * @param count how many
 * @param first the name of the one to look at first
 * @param only whether it is the tank's only producer or consumer
 */
public record StreamGroup(int count, String first, boolean only) {
    /** One stream that is not the only one of its tank. */
    public static StreamGroup one(String name) {
        return new StreamGroup(1, name, false);
    }
}
