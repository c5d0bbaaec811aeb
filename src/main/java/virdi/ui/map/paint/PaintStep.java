package virdi.ui.map.paint;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import virdi.ui.map.plane.Box;

/**
 * Something that stands still and is drawn in one go.
 *
 * @param reaches whether some of it may be within a part of the plane
 * @param drawing draws at least what of it may be within a part of the plane
 */
public record PaintStep(Predicate<Box> reaches, BiConsumer<PaintContext, Box> drawing) {
    /** A piece within a box. */
    static PaintStep within(Box reach, Consumer<PaintContext> drawing) {
        return new PaintStep(reach::overlaps, (context, part) -> drawing.accept(context));
    }

    /** Draws it if some of it may be within a part of the plane. */
    public void draw(PaintContext context, Box part) {
        if (reaches.test(part)) {
            drawing.accept(context, part);
        }
    }
}
