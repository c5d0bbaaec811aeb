package virdi.ui.map.scene;

import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.plane.Box;

/** Keeps what is looked at where it is seen, while the layout moves it and everything around it. FX thread only. */
public final class Anchor {
    private @Nullable MapElement preferred;
    private @Nullable MapElement taken;
    private @Nullable Box from;

    /** What is to be kept with the next layout, rather than what is in the middle. */
    public void prefer(MapElement element) {
        preferred = element;
    }

    /**
     * Takes note of what is looked at, before a picture shows another layout.
     *
     * @param kept whether something is to be kept at all
     */
    public void take(MapPicture picture, Camera camera, boolean kept) {
        Box seen = camera.visible();
        Box wish = preferred == null ? null : picture.box(preferred);
        boolean wished = wish != null && wish.overlaps(seen);
        taken = !kept ? null : wished ? preferred : picture.inMiddle(seen);
        from = taken == null ? null : picture.destination(taken);
        preferred = null;
    }

    /** Has the camera go along with it, after that. */
    public void leave(MapPicture picture, Camera camera, long nanos) {
        Box to = taken == null ? null : picture.destination(taken);
        if (from != null && to != null && !from.equals(to)) {
            camera.accompany(to.centreX() - from.centreX(), to.centreY() - from.centreY(), nanos);
        }
        taken = null;
        from = null;
    }
}
