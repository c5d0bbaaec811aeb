package virdi.ui.kit;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.scene.control.Skin;
import javafx.scene.control.Slider;

/** A slider whose track is filled up to the thumb: how much it lets through is seen without reading. FX thread only. */
public final class FilledSlider extends Slider {
    /** @param max the right end; the left one is 0 */
    public FilledSlider(double max, double value) {
        super(0, max, value);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ProgressSliderSkin(this);
    }
}
