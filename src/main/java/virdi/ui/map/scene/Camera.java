package virdi.ui.map.scene;

import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.Glide;

/**
 * The camera: it decides which part of the plane is visible and how large. A screen point is {@code plane * zoom +
 * offset}. FX thread only.
 *
 * <p>It follows the picture (keeps all of it visible) until the user pans or zooms, and again after {@link #fit}. It
 * ignores small changes of the picture, so that the view stays calm.
 */
public final class Camera {
    /** Largest zoom factor that the user can reach. */
    static final double CLOSEST = 3;
    /** Smallest zoom factor that the user can reach. */
    static final double FARTHEST = 0.04;
    /** Largest zoom factor when the whole map is shown. A single basin should not fill a large screen. */
    private static final double FIT_CLOSEST = 1.3;
    /** Largest zoom factor when the user asks to see a single element. At this zoom all its details are visible. */
    private static final double SHOW_CLOSEST = 1.7;

    /** Pixels between the picture and the edges of the view. */
    private static final double MARGIN = 22;
    /** The camera enlarges the picture only when it could be larger by at least this factor. */
    private static final double SLACK = 1.15;

    private static final long GLIDE_NANOS = 250_000_000L;

    private double width = 1;
    private double height = 1;
    private boolean following = true;
    private View from = new View(1, 0, 0);
    private View to = from;
    private View now = from;
    private long startNanos;
    private boolean gliding;
    private boolean fresh = true;

    /** A zoom with an offset in pixels. */
    private record View(double zoom, double x, double y) {
        View towards(View other, double share) {
            return new View(zoom + (other.zoom - zoom) * share, x + (other.x - x) * share, y + (other.y - y) * share);
        }

        public Box visible(double width, double height) {
            return new Box(-x / zoom, -y / zoom, width / zoom, height / zoom);
        }

        Box onScreen(Box part) {
            return new Box(part.x() * zoom + x, part.y() * zoom + y, part.width() * zoom, part.height() * zoom);
        }
    }

    public double zoom() {
        return now.zoom();
    }

    /** Returns the width of the view in pixels. */
    public double width() {
        return width;
    }

    /** Returns the height of the view in pixels. */
    public double height() {
        return height;
    }

    public double toScreenX(double x) {
        return x * now.zoom() + now.x();
    }

    public double toScreenY(double y) {
        return y * now.zoom() + now.y();
    }

    public Box toScreen(Box part) {
        return now.onScreen(part);
    }

    public double toPlaneX(double x) {
        return (x - now.x()) / now.zoom();
    }

    public double toPlaneY(double y) {
        return (y - now.y()) / now.zoom();
    }

    /** Returns the visible part of the plane. */
    public Box visible() {
        return now.visible(width, height);
    }

    /** Stops following the picture. */
    void stay() {
        following = false;
    }

    /** Follows the picture again, starting from the present view. */
    public void resume() {
        following = true;
    }

    public boolean isFollowing() {
        return following;
    }

    /** Sets the size of the view in pixels. */
    public void resize(double newWidth, double newHeight, Box picture) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        if (following) {
            jump(fitting(picture));
        }
    }

    /** Keeps a changed picture visible, if the camera follows it. */
    void follow(Box picture, long nanos) {
        if (!following) {
            return;
        }
        View ideal = fitting(picture);
        boolean fits = picture.x() * to.zoom() + to.x() >= 0
                && picture.y() * to.zoom() + to.y() >= 0
                && picture.right() * to.zoom() + to.x() <= width
                && picture.bottom() * to.zoom() + to.y() <= height;
        if (fresh) {
            fresh = false;
            jump(ideal);
        } else if (!fits || ideal.zoom() > to.zoom() * SLACK) {
            glide(ideal, nanos);
        }
    }

    /** Shows the whole picture, and follows it from now on. */
    void fit(Box picture, long nanos) {
        following = true;
        glide(fitting(picture), nanos);
    }

    /** Zooms about a point of the screen, which stays in place. */
    void zoomAbout(double factor, double screenX, double screenY) {
        following = false;
        double zoom = Math.clamp(now.zoom() * factor, FARTHEST, CLOSEST);
        double planeX = toPlaneX(screenX);
        double planeY = toPlaneY(screenY);
        jump(new View(zoom, screenX - planeX * zoom, screenY - planeY * zoom));
    }

    public void pan(double dx, double dy) {
        following = false;
        jump(new View(now.zoom(), now.x() + dx, now.y() + dy));
    }

    /** Moves a point of the plane to the middle of the view. The zoom stays the same. */
    void centre(double planeX, double planeY) {
        following = false;
        jump(new View(now.zoom(), width / 2 - planeX * now.zoom(), height / 2 - planeY * now.zoom()));
    }

    /**
     * Shows a part of the plane as large as possible, up to a limit. If the minimap would cover some of it, the part is
     * placed beside or above the minimap.
     *
     * @param picture the whole picture
     */
    void show(Box part, Box picture, long nanos) {
        following = false;
        View whole = fitting(part, width, height, SHOW_CLOSEST);
        View clear = Minimap.of(picture, whole.visible(width, height), width, height)
                .map(Minimap::box)
                .filter(small -> whole.onScreen(part).overlaps(small))
                .map(small -> {
                    View beside = fitting(part, small.x(), height, SHOW_CLOSEST);
                    View above = fitting(part, width, small.y(), SHOW_CLOSEST);
                    return beside.zoom() >= above.zoom() ? beside : above;
                })
                .orElse(whole);
        glide(clear, nanos);
    }

    /** Pans just far enough to make a part of the plane visible. The zoom stays the same. */
    public void reveal(Box part, long nanos) {
        Box seen = visible().grownBy(-MARGIN / now.zoom());
        double dx = Math.min(0, seen.right() - part.right()) + Math.max(0, seen.x() - part.x());
        double dy = Math.min(0, seen.bottom() - part.bottom()) + Math.max(0, seen.y() - part.y());
        if (dx != 0 || dy != 0) {
            following = false;
            glide(new View(now.zoom(), now.x() + dx * now.zoom(), now.y() + dy * now.zoom()), nanos);
        }
    }

    /**
     * Moves together with an element that starts a {@link Glide} over this distance now, so that the element stays in
     * place on the screen.
     */
    void accompany(double dx, double dy, long nanos) {
        glide(new View(to.zoom(), to.x() - dx * to.zoom(), to.y() - dy * to.zoom()), nanos);
    }

    /**
     * Moves the view to its place at a time.
     *
     * @return whether the view has changed
     */
    boolean advance(long nanos) {
        if (!gliding) {
            return false;
        }
        double share = Glide.eased(nanos - startNanos, GLIDE_NANOS);
        now = from.towards(to, share);
        gliding = share < 1;
        return true;
    }

    public boolean isGliding() {
        return gliding;
    }

    private View fitting(Box picture) {
        return fitting(picture, width, height, FIT_CLOSEST);
    }

    /**
     * Returns the largest view of a part of the plane that fits in the upper left area of the screen of the given size.
     */
    private static View fitting(Box part, double wide, double high, double closest) {
        double zoom = Math.min((wide - 2 * MARGIN) / part.width(), (high - 2 * MARGIN) / part.height());
        double bounded = Math.clamp(zoom, FARTHEST, closest);
        return new View(bounded, wide / 2 - part.centreX() * bounded, high / 2 - part.centreY() * bounded);
    }

    private void glide(View target, long nanos) {
        from = now;
        to = target;
        startNanos = nanos;
        gliding = true;
    }

    private void jump(View target) {
        from = target;
        to = target;
        now = target;
        gliding = false;
    }
}
