package virdi.ui.map;

import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;

/**
 * Something on the map that can be pointed at.
 *
 * @param node a producer or consumer with its pipe; null for the tank itself
 */
record Spot(ResourceId basin, @Nullable NodeKey node) {
    static Spot of(NodePicture picture) {
        return new Spot(picture.key().resource(), picture.key());
    }

    static Spot of(BasinPicture picture) {
        return new Spot(picture.id(), null);
    }
}
