package virdi.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The program's icon, which the build makes from {@code assets/icon.svg}. Any thread. */
final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private AppIcon() {}

    /** In the sizes that window systems ask for. */
    static List<Image> images() {
        return SIZES.stream().map(AppIcon::image).toList();
    }

    private static Image image(int size) {
        String name = "icon-" + size + ".png";
        try (InputStream stream =
                Objects.requireNonNull(AppIcon.class.getResourceAsStream(name), () -> name + " was not built")) {
            return new Image(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
