package virdi.ui.kit;

import javafx.scene.paint.Color;

/**
 * Draws on a {@link Pixmap}, in whole pixels; of one thread at a time. Dots have the shapes that {@link CanvasPen} gives
 * them.
 */
public final class PixmapPen implements DotPen {
    private final Pixmap pixmap;
    private final double scale;
    private final double originX;
    private final double originY;
    private int rgb;
    private double alpha = 1;
    private double opacity = 1;

    /**
     * @param scale how many pixels a unit is large
     * @param originX where 0 lies, in pixels
     * @param originY where 0 lies, in pixels
     */
    public PixmapPen(Pixmap pixmap, double scale, double originX, double originY) {
        this.pixmap = pixmap;
        this.scale = scale;
        this.originX = originX;
        this.originY = originY;
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        this.alpha = alpha;
    }

    @Override
    public void setFill(Color color) {
        rgb = rgb(color);
        opacity = color.getOpacity();
    }

    /** A colour as pixels have it: as if it were opaque. */
    public static int rgb(Color color) {
        return component(color.getRed()) << 16 | component(color.getGreen()) << 8 | component(color.getBlue());
    }

    private static int component(double share) {
        return (int) Math.round(share * 255);
    }

    /** Fills the whole pixels next to a rectangle; at least one. */
    public void fillRect(double x, double y, double width, double height) {
        fill(x * scale + originX, y * scale + originY, width * scale, height * scale);
    }

    @Override
    public void fillDot(double centreX, double centreY, double radius) {
        double x = centreX * scale + originX;
        double y = centreY * scale + originY;
        double pixels = radius * scale;
        if (DotShape.isDisc(pixels)) {
            disc(x, y, pixels);
        } else {
            DotShape.forEachRect(x, y, pixels, pixels, this::fill);
        }
    }

    private void disc(double centreX, double centreY, double radius) {
        for (double y = Math.floor(centreY - radius); y < centreY + radius; y++) {
            double away = y + 0.5 - centreY;
            double half = Math.sqrt(Math.max(0, radius * radius - away * away));
            fill(centreX - half, y, 2 * half, 1);
        }
    }

    private void fill(double x, double y, double width, double height) {
        int left = round(x);
        int top = round(y);
        var part =
                new Pixmap.Area(left, top, Math.max(left + 1, round(x + width)), Math.max(top + 1, round(y + height)));
        pixmap.fill(part, rgb, (int) (alpha * opacity * Pixmap.OPAQUE));
    }

    /** Several times as fast as {@link Math#round}. */
    private static int round(double pixels) {
        return (int) Math.floor(pixels + 0.5);
    }
}
