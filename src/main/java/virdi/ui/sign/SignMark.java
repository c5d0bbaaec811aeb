package virdi.ui.sign;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** A sign as a small node; FX thread only. Its colour comes from the stylesheet by {@link Tone#styleClass()}. */
public final class SignMark extends Region {
    private final SVGPath outline = new SVGPath();
    private @Nullable Sign shown;

    public SignMark() {
        getStyleClass().add("sign");
        setScaleShape(false);
        setMinSize(SignShape.BOX, SignShape.BOX);
        setPrefSize(SignShape.BOX, SignShape.BOX);
        setMaxSize(SignShape.BOX, SignShape.BOX);
        setShape(outline);
    }

    public SignMark(Sign sign) {
        this();
        show(sign);
    }

    /** Shows another sign; the same again costs nothing. */
    public void show(Sign sign) {
        if (!sign.equals(shown)) {
            shown = sign;
            outline.setContent(sign.shape().svg());
            sign.tone().dress(this);
        }
    }
}
