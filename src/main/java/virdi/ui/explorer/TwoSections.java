package virdi.ui.explorer;

import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import virdi.model.Target;

/**
 * Lays out two lists below each other: the upper one is as high as its rows need, the lower one takes the rest. When both do not fit
 * they share the height, and each scrolls. FX thread only.
 */
final class TwoSections extends Region {
    private static final double GAP = 18;

    private final RowListView upper;
    private final RowListView lower;

    TwoSections(RowListView upper, RowListView lower) {
        this.upper = upper;
        this.lower = lower;
        getChildren().addAll(upper, lower);
        upper.list().getItems().addListener((ListChangeListener<Target>) change -> requestLayout());
        lower.list().getItems().addListener((ListChangeListener<Target>) change -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getHeight() - GAP);
        double wantedAbove = upper.contentHeight();
        double wantedBelow = lower.contentHeight();
        double above = Math.min(wantedAbove, Math.max(room / 2, room - wantedBelow));
        upper.resizeRelocate(0, 0, getWidth(), snapSizeY(above));
        lower.resizeRelocate(0, snapSizeY(above) + GAP, getWidth(), Math.max(0, room - snapSizeY(above)));
    }
}
