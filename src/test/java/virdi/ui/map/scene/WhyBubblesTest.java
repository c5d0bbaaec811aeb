package virdi.ui.map.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.ui.map.MapViews;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.FreeSpace;

/** Tests where the bubble with the answer to "Why?" appears on the map. */
public class WhyBubblesTest {
    private static final double WIDTH = 1_600;
    private static final double HEIGHT = 700;

    private static final long SECOND = 1_000_000_000L;
    private static final ToDoubleFunction<String> RULER = text -> 7.0 * text.length();

    private final MapViewModel model = MapViews.model(RULER);
    private final InteractionState interaction = new InteractionState();

    @BeforeEach
    void open() {
        model.resize(WIDTH, HEIGHT, 0);
        model.show(MapWorld.of(1, 1, 6, FlowState.STARVING).frame(0), 0);
        model.zoomAbout(1 / model.camera().zoom(), WIDTH / 2, HEIGHT / 2);
    }

    @Test
    void noCardIsCoveredWhereThereIsRoomBeside() {
        for (NodePicture consumer : consumers()) {
            Box bubble = bubbleAbout(consumer).box();
            assertThat(FreeSpace.covered(bubble, cardsAndTanks()))
                    .as("%s over %s", bubble, consumer.key())
                    .isZero();
            assertThat(bubble.grownBy(12).overlaps(model.camera().toScreen(consumer.box())))
                    .as("is reached with the pointer")
                    .isTrue();
        }
    }

    @Test
    void itStaysOnItsSideAsLongAsItFitsThere() {
        NodePicture last = consumers().getLast();
        InteractionState.Bubble first = bubbleAbout(last);
        assertThat(first.side()).isEqualTo(WhyBubbles.Placing.BELOW);
        model.pan(0, -200);
        model.pan(0, 120);
        assertThat(bubbleAbout(last).side()).isEqualTo(WhyBubbles.Placing.BELOW);
        model.pan(0, HEIGHT - 40 - model.camera().toScreen(last.box()).bottom());
        InteractionState.Bubble moved = bubbleAbout(last);
        assertThat(moved.side()).as("no room below any more").isNotEqualTo(WhyBubbles.Placing.BELOW);
        model.pan(0, -100);
        assertThat(bubbleAbout(last).side()).as("does not jump back").isEqualTo(moved.side());
    }

    @Test
    void itIsNotLaidOverThePipeOfWhatItIsAboutThoughThatCoversFewerCards() {
        NodePicture first = consumers().getFirst();
        Box card = model.camera().toScreen(first.box());
        model.pan(WIDTH - 20 - card.right(), 20 - card.y());
        assertThat(bubbleAbout(first).side()).isEqualTo(WhyBubbles.Placing.BELOW);
    }

    @Test
    void byClientItIsNotLaidOverTheCardOfTheRow() {
        model.show(MapWorld.of(3, 1, 2, FlowState.STARVING).frame(1), SECOND);
        model.arrangeBy(MapOrder.BY_CLIENT, SECOND);
        model.advance(5 * SECOND);
        List<NodePicture> rows = new ArrayList<>();
        model.basins().forEach(basin -> rows.addAll(basin.consumers()));
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            Box card = model.camera()
                    .toScreen(Objects.requireNonNull(model.card(row.element().cardKey()))
                            .box());
            Box bubble = bubbleAbout(row).box();
            assertThat(bubble.overlaps(card)).as("%s over %s", bubble, card).isFalse();
            assertThat(bubble.grownBy(12).overlaps(model.camera().toScreen(row.box())))
                    .as("is reached with the pointer")
                    .isTrue();
        });
    }

    @Test
    void noLinkLeadsToWhatIsPointedAtAlready() {
        BasinPicture basin = model.basins().iterator().next();
        NodePicture consumer = consumers().getFirst();
        assertThat(model.linkTo(
                        new Target.OneStream(consumer.node().leads().getFirst().id()), consumer.element()))
                .isEmpty();
        assertThat(model.linkTo(new Target.Resource(basin.id()), basin.element()))
                .isEmpty();
        assertThat(model.linkTo(new Target.Resource(basin.id()), consumer.element()))
                .isEqualTo("Show " + basin.id().value());
    }

    @Test
    void whatIsOnlySelectedIsExplainedElsewhere() {
        model.select(model.targets(consumers().getFirst().element()));
        assertThat(WhyBubbles.of(model, interaction, RULER)).isNull();
    }

    private InteractionState.Bubble bubbleAbout(NodePicture node) {
        interaction.hover(node.element());
        interaction.speak(WhyBubbles.of(model, interaction, RULER));
        return Objects.requireNonNull(interaction.bubble());
    }

    private List<NodePicture> consumers() {
        return model.basins().iterator().next().consumers();
    }

    private List<FreeSpace.Thing> cardsAndTanks() {
        List<FreeSpace.Thing> things = new ArrayList<>();
        model.basins().forEach(basin -> {
            things.add(new FreeSpace.Thing(model.camera().toScreen(basin.tank()), 1));
            basin.forEachNode(
                    node -> things.add(new FreeSpace.Thing(model.camera().toScreen(node.box()), 1)));
        });
        return things;
    }
}
