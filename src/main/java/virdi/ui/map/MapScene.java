package virdi.ui.map;

import java.util.List;

/**
 * What of a frame is to be shown, before anybody knows where.
 *
 * @param cards of clients; empty where each node has its own card
 */
record MapScene(List<Basin> basins, List<ClientCard> cards) {}
