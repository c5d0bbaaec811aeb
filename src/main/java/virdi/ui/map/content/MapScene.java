package virdi.ui.map.content;

import java.util.List;

/**
 * What of a frame is to be shown, before anybody knows where.
 *
 * @param cards of clients; empty where each node has its own card
 */
public record MapScene(List<Basin> basins, List<ClientCard> cards) {}
