package virdi.model;

import java.util.List;
import java.util.Map;

/**
 * What a broker starts with.
 *
 * @param levels units restored per resource; a resource without an entry starts empty
 * @param rules throttles, blocks and capacities restored
 */
public record Opening(Map<ResourceId, Long> levels, List<Rule> rules) {
    /** A broker that starts with nothing. */
    public static final Opening NOTHING = new Opening(Map.of(), List.of());
}
