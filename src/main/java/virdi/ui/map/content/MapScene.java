package virdi.ui.map.content;

import java.util.List;

/**
 * The contents of a frame that the map should show, still without places. Immutable; any thread.
 *
 * @param cards the clients' cards; empty when the map is arranged by resource
 */
public record MapScene(List<Basin> basins, List<ClientCard> cards) {}
