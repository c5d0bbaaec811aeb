package virdi.ui.map;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that stands still and is drawn in one go.
 *
 * @param reaches whether some of it may be within a part of the plane
 * @param drawing draws at least what of it may be within a part of the plane
 */
record Piece(Predicate<Box> reaches, BiConsumer<Easel, Box> drawing) {
    /** A piece within a box. */
    static Piece within(Box reach, Consumer<Easel> drawing) {
        return new Piece(reach::overlaps, (easel, part) -> drawing.accept(easel));
    }

    /** Draws it if some of it may be within a part of the plane. */
    void draw(Easel easel, Box part) {
        if (reaches.test(part)) {
            drawing.accept(easel, part);
        }
    }
}
