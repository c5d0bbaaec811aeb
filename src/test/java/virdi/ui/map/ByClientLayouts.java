package virdi.ui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import virdi.model.ResourceId;
import virdi.telemetry.Frame;
import virdi.ui.BenchWindow;
import virdi.ui.map.content.Basin;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.ClientCard;
import virdi.ui.map.content.ClientFolding;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapScene;
import virdi.ui.map.layout.Arrangement;
import virdi.ui.map.layout.ClientLayout;
import virdi.ui.map.layout.ClientShape;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.MapViewModel;

/** How long the map takes to be laid out by client, off the window's thread; for {@link MapBench}. */
public final class ByClientLayouts {
    private static final int LAYOUTS = 15;

    private ByClientLayouts() {}

    /**
     * The median time to choose everybody's place from nothing, on the caller's thread.
     *
     * @param unfolded whether every client has a card of its own, instead of one for those alike
     */
    static double medianMillis(Frame frame, boolean unfolded) {
        var folding = new ClientFolding();
        MapScene scene = folding.scene(frame);
        if (unfolded) {
            folds(scene.cards().stream().map(ClientCard::key).toList()).forEach(folding::toggle);
            scene = folding.scene(frame);
        }
        List<ResourceId> tanks = scene.basins().stream().map(Basin::id).toList();
        List<ClientShape> shapes = new ArrayList<>();
        folding.rows().forEach((card, resources) -> shapes.add(new ClientShape(card, resources)));
        var layout = new ClientLayout();
        double[] millis = new double[LAYOUTS];
        for (int i = 0; i < LAYOUTS; i++) {
            long began = System.nanoTime();
            layout.arrange(shapes, tanks, BenchWindow.WIDTH, BenchWindow.HEIGHT, Arrangement.EMPTY, true);
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[LAYOUTS / 2];
    }

    /** Gives every client a card of its own, with all of them in view. */
    public static void unfold(MapViewModel model) {
        folds(model.cards().stream().map(CardPicture::key).toList())
                .forEach(card -> model.toggle(new MapElement(null, null, card), 0));
        model.fit(0);
    }

    /** The folds among cards, each once though it has two sides. */
    private static List<CardKey> folds(List<CardKey> cards) {
        Set<List<String>> known = new LinkedHashSet<>();
        List<CardKey> folds = new ArrayList<>();
        for (CardKey card : cards) {
            if (card.isFold() && known.add(List.of(card.name(), card.does()))) {
                folds.add(card);
            }
        }
        return folds;
    }
}
