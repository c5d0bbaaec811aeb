package virdi.ui.map.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.paint.CardPainter;
import virdi.ui.map.paint.CrossingPipesPainter;
import virdi.ui.map.paint.CrossingPipesPainter.Strand;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.paint.PaintContext.Style;
import virdi.ui.map.paint.PipePainter;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.render.Damage.Change;
import virdi.ui.map.render.Damage.Contents;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.MapViewModel;

/**
 * Draws again the parts that have other contents now in a picture in which pipes cross. FX thread only.
 *
 * <p>No part has ground of its own, so a part cannot be wiped and drawn again as a basin can. But a pipe that is drawn
 * again lies above the others ({@link CrossingPipesPainter}), and then the tanks and cards at its ends are drawn again.
 * Valves lie above all pipes; where one comes, goes or is turned, all that overlaps it is drawn again.
 */
public final class CrossingPipes {
    private final TiledCanvas canvas;
    private final MapViewModel model;
    private final Style style;
    private final Damage damage;
    private final double zoom;
    private final DetailLevel detail;
    private final Box shown;

    CrossingPipes(TiledCanvas canvas, MapViewModel model, Style style, Damage damage) {
        this.canvas = canvas;
        this.model = model;
        this.style = style;
        this.damage = damage;
        zoom = model.camera().zoom();
        detail = DetailLevel.at(zoom);
        shown = canvas.drawn();
    }

    /**
     * Draws as much as one pulse may.
     *
     * @param wholly draws all that overlaps a part of the plane, there and nowhere else
     */
    void mend(Consumer<Box> wholly) {
        boolean thin = CrossingPipesPainter.isThin(model, detail);
        Set<Object> covered = new HashSet<>();
        List<Box> leads = new ArrayList<>();
        List<Box> valves = new ArrayList<>();
        List<Strand> due = due(valves);
        for (Strand strand : due) {
            for (Box lead : strand.leads()) {
                Box reach = CrossingPipesPainter.leadReach(lead);
                draw(reach, context -> CrossingPipesPainter.lead(context, strand.node(), lead));
                leads.add(reach);
            }
            draw(strand.reach(), context -> CrossingPipesPainter.pipe(context, strand, thin));
            covered.add(strand.basin());
            covered.add(CardKey.of(strand.node().key()));
        }
        valvesBelow(due).forEach(strand -> draw(strand.valve(), strand::drawValve));
        valves.forEach(wholly);
        for (BasinPicture basin : model.basins()) {
            Box reach = basin.tankReach();
            if (reach.overlaps(shown)) {
                Change change = damage.change(basin, Appearance.ofCrossed(basin, detail));
                if (change == Change.ALL) {
                    wholly.accept(reach);
                } else if (change != Change.NONE || covered.contains(basin) || overlapsAny(leads, reach)) {
                    draw(reach, context -> CrossingPipesPainter.tank(context, basin));
                }
            }
        }
        for (CardPicture card : model.cards()) {
            Box reach = CrossingPipesPainter.reach(card);
            if (reach.overlaps(shown)
                    && (damage.change(card, Appearance.of(card, detail, zoom)) != Change.NONE
                            || covered.contains(card.key())
                            || overlapsAny(leads, reach))) {
                draw(reach, context -> CardPainter.paintStatic(context, card));
            }
        }
    }

    private void draw(Box reach, Consumer<PaintContext> drawing) {
        canvas.draw(reach, (pen, part) -> drawing.accept(style.on(pen, zoom)));
    }

    private static boolean overlapsAny(List<Box> leads, Box reach) {
        return leads.stream().anyMatch(reach::overlaps);
    }

    /**
     * The pipes in view that have another state now.
     *
     * @param valves takes the places of the valves among them that came, went or may have been turned
     */
    private List<Strand> due(List<Box> valves) {
        List<Strand> due = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                boolean valve = PipePainter.hasValve(node, detail);
                Object state = Appearance.ofCrossing(node, valve);
                if (damage.isAsDrawn(node, state) || !node.touches(shown, basin.tank())) {
                    return;
                }
                Change change = damage.change(node, new Contents(state, valve, state));
                if (change != Change.NONE) {
                    Strand strand = new Strand(basin, node);
                    due.add(strand);
                    if (valve || change == Change.ALL) {
                        valves.add(strand.valve());
                    }
                }
            });
        }
        due.sort(CrossingPipesPainter.CALM_FIRST);
        return due;
    }

    /** The pipes with a valve that some others cross. */
    private List<Strand> valvesBelow(List<Strand> others) {
        List<Strand> below = new ArrayList<>();
        if (!others.isEmpty()) {
            for (BasinPicture basin : model.basins()) {
                basin.forEachNode(node -> {
                    if (PipePainter.hasValve(node, detail)) {
                        Box valve = node.valve(basin.tank());
                        if (valve.overlaps(shown)
                                && others.stream().anyMatch(it -> it.pipe().crosses(valve))) {
                            below.add(new Strand(basin, node));
                        }
                    }
                });
            }
        }
        return below;
    }
}
