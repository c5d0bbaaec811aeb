package virdi.ui.map.scene;

import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.plane.Box;

/** Keeps the element that the user looks at in place on the screen while a new layout moves it. FX thread only. */
public final class Anchor {
    private @Nullable MapElement preferred;
    private @Nullable MapElement taken;
    private @Nullable Box from;

    /** Chooses the element that the next layout should keep in place, instead of the one in the middle of the view. */
    public void prefer(MapElement element) {
        preferred = element;
    }

    /**
     * Remembers the place of that element, before the picture takes over a new layout.
     *
     * @param kept whether to keep any element in place
     */
    public void take(MapPicture picture, Camera camera, boolean kept) {
        Box seen = camera.visible();
        Box wish = preferred == null ? null : picture.box(preferred);
        boolean wished = wish != null && wish.overlaps(seen);
        taken = !kept ? null : wished ? preferred : picture.inMiddle(seen);
        from = taken == null ? null : picture.destination(taken);
        preferred = null;
    }

    /** Moves the camera by the same distance as the element, after the picture has taken over the layout. */
    public void leave(MapPicture picture, Camera camera, long nanos) {
        Box to = taken == null ? null : picture.destination(taken);
        if (from != null && to != null && !from.equals(to)) {
            camera.accompany(to.centreX() - from.centreX(), to.centreY() - from.centreY(), nanos);
        }
        taken = null;
        from = null;
    }
}
