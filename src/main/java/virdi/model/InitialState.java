package virdi.model;

import java.util.List;
import java.util.Map;

/**
 * The state that a broker starts with.
 *
 * @param levels units restored per resource; a resource without an entry starts empty
 * @param rules throttles, blocks and capacities restored
 */
public record InitialState(Map<ResourceId, Long> levels, List<OperatorRule> rules) {
    /** A broker that starts with nothing. */
    public static final InitialState NOTHING = new InitialState(Map.of(), List.of());
}
