package virdi.ui.map;

import org.jspecify.annotations.Nullable;
import virdi.ui.sign.Figures;

/** What a screen reader says of a spot. */
final class Speech {
    private Speech() {}

    static String of(MapViewModel model, @Nullable Spot spot) {
        BasinPicture basin = spot == null ? null : model.basin(spot.basin());
        if (spot == null || basin == null) {
            return "Map of all resources";
        }
        NodePicture picture = model.node(spot);
        var view = basin.basin().view();
        var cause = picture == null ? view.why() : picture.node().why();
        String why = cause == null ? "" : ". Why? " + cause.sentence();
        if (picture == null) {
            return view.id() + ", tank, " + view.words() + ", "
                    + Figures.level(view.level(), view.state().marks().capacityUnits()) + why;
        }
        MapNode node = picture.node();
        return node.label() + (node.isProducer() ? ", producer of " : ", consumer of ") + view.id() + ", "
                + node.words() + ", " + Figures.ratePair(node.actualPerMinute(), node.possiblePerMinute()) + why;
    }
}
