package virdi.ui.kit;

import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * An opaque picture as an array of pixels, written by the processor itself: without a graphics card, what else would be a
 * call into JavaFX for each of a thousand rectangles is a loop. Of one thread at a time.
 *
 * <p>Places are pixels from the upper left corner; what lies beyond the edges is not drawn.
 */
public final class Pixmap {
    private static final int ALPHA = 0xff000000;
    private static final int RED_AND_BLUE = 0xff00ff;
    private static final int GREEN = 0x00ff00;
    /** What covers all that lies below it. */
    static final int OPAQUE = 256;

    private final int width;
    private final int height;
    private final int[] pixels;

    /** A black one. */
    public Pixmap(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        Arrays.fill(pixels, ALPHA);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Its pixels as ARGB, row by row. They are its own: what is written there is drawn. */
    public int[] pixels() {
        return pixels;
    }

    /**
     * Takes the pixels of an image.
     *
     * @param image opaque, and as large as this
     */
    public void take(Image image) {
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    }

    /** Fills all of it. */
    public void fill(int rgb) {
        Arrays.fill(pixels, ALPHA | rgb);
    }

    /**
     * Fills a part of it.
     *
     * @param opacity how much of what lies below it covers, to {@link #OPAQUE} for all
     */
    void fill(Area part, int rgb, int opacity) {
        int left = Math.max(part.left(), 0);
        int right = Math.min(part.right(), width);
        int bottom = Math.min(part.bottom(), height);
        for (int y = Math.max(part.top(), 0); y < bottom; y++) {
            int row = y * width;
            for (int index = row + left; index < row + right; index++) {
                pixels[index] = opacity == OPAQUE ? ALPHA | rgb : blended(pixels[index], rgb, opacity);
            }
        }
    }

    private static int blended(int below, int rgb, int opacity) {
        int rest = OPAQUE - opacity;
        int redAndBlue = ((rgb & RED_AND_BLUE) * opacity + (below & RED_AND_BLUE) * rest) >>> 8 & RED_AND_BLUE;
        int green = ((rgb & GREEN) * opacity + (below & GREEN) * rest) >>> 8 & GREEN;
        return ALPHA | redAndBlue | green;
    }

    /**
     * Draws a part of another one, as large as it will be here: for each pixel the one of it that lies there.
     *
     * @param part whole pixels of the other one, within its edges
     * @param place where it is drawn, in whole pixels
     */
    public void copy(Pixmap source, Area part, Area place) {
        int left = Math.max(place.left(), 0);
        int right = Math.min(place.right(), width);
        int top = Math.max(place.top(), 0);
        int bottom = Math.min(place.bottom(), height);
        if (left >= right || top >= bottom || part.isEmpty()) {
            return;
        }
        boolean alike = part.width() == place.width();
        int[] columns = alike ? new int[0] : columns(part, place, left, right);
        int before = -1;
        for (int y = top; y < bottom; y++) {
            int from = part.top() + scaled(y - place.top(), part.height(), place.height());
            int row = y * width;
            if (from == before) {
                System.arraycopy(pixels, row - width + left, pixels, row + left, right - left);
            } else if (alike) {
                int first = from * source.width + part.left() + left - place.left();
                System.arraycopy(source.pixels, first, pixels, row + left, right - left);
            } else {
                gather(source.pixels, from * source.width, columns, row + left);
            }
            before = from;
        }
    }

    private void gather(int[] source, int row, int[] columns, int to) {
        for (int column = 0; column < columns.length; column++) {
            pixels[to + column] = source[row + columns[column]];
        }
    }

    private static int[] columns(Area part, Area place, int left, int right) {
        int[] columns = new int[right - left];
        for (int x = left; x < right; x++) {
            columns[x - left] = part.left() + scaled(x - place.left(), part.width(), place.width());
        }
        return columns;
    }

    /** The pixel of so many that lies at the middle of one of so many others. */
    private static int scaled(int at, int of, int among) {
        return (int) ((at + 0.5) * of / among);
    }

    /** Some whole pixels of a picture: from the first of each, up to those that are not part of it any more. */
    public record Area(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        boolean isEmpty() {
            return left >= right || top >= bottom;
        }
    }
}
