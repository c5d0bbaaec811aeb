package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.ClientCard;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.Side;
import virdi.ui.map.layout.LayoutRunner;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.FocusWalk;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Pipe;
import virdi.ui.map.valve.AccessibleTexts;
import virdi.ui.sign.CauseText;

public class ByClientTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ResourceId IRON = new ResourceId("iron");

    private final Later later = new Later();
    private final MapViewModel model = new MapViewModel(text -> 7.0 * text.length(), later, () -> {});
    private final MapWorld world = new MapWorld()
            .tank("iron", TankState.STEADY)
            .tank("coal", TankState.STEADY)
            .producer("mine", "iron", FlowState.FLOWING)
            .producer("mine", "coal", FlowState.FLOWING)
            .consumer("factory", "furnace-1", "iron", FlowState.FLOWING)
            .consumer("factory", "furnace-2", "iron", FlowState.THROTTLED)
            .consumer("mine", "drill", "iron", FlowState.STARVING);

    @BeforeEach
    void open() {
        model.resize(1_200, 800, 0);
        model.show(world.frame(0), 0);
        model.arrangeBy(MapOrder.BY_CLIENT, 0);
        model.advance(SECOND);
    }

    @Test
    void aClientStandsOnEachSideWhereItDoesSomethingWithOnePipeForEachResource() {
        assertThat(model.cards())
                .extracting(CardPicture::key)
                .containsExactlyInAnyOrder(
                        producer("mine").key(),
                        consumer("mine").key(),
                        consumer("factory").key());
        assertThat(producer("mine").rows()).hasSize(2);
        assertThat(consumer("factory").rows())
                .singleElement()
                .extracting(row -> row.node().streams().size())
                .isEqualTo(2);
        Box tank = Objects.requireNonNull(model.basin(IRON)).tank();
        assertThat(producer("mine").box().right()).isLessThan(tank.x());
        assertThat(consumer("mine").box().x()).isGreaterThan(tank.right());
    }

    @Test
    void everythingCanBePointedAt() {
        CardPicture mine = producer("mine");
        assertThat(model.elementAt(mine.head().centreX(), mine.head().centreY()))
                .isEqualTo(mine.element());
        for (NodePicture row : mine.rows()) {
            BasinPicture basin = Objects.requireNonNull(model.basin(row.key().resource()));
            assertThat(model.elementAt(row.box().centreX(), row.box().centreY()))
                    .isEqualTo(row.element());
            Pipe pipe = Pipe.of(row, basin.tank());
            assertThat(model.elementAt(pipe.x(0.1), pipe.y(0.1))).isEqualTo(row.element());
            assertThat(model.elementAt(basin.tank().centreX(), basin.tank().centreY()))
                    .isEqualTo(basin.element());
        }
    }

    @Test
    void aCardMeansItsClientAndIsMarkedWhenThatIsSelected() {
        assertThat(model.targets(producer("mine").element())).containsExactly(new Target.Client(new ClientId("mine")));
        assertThat(model.targets(consumer("factory").rows().getFirst().element()))
                .containsExactlyInAnyOrder(
                        new Target.OneStream(new StreamId(3)), new Target.OneStream(new StreamId(4)));
        model.select(Set.of(new Target.Client(new ClientId("mine"))));
        assertThat(producer("mine").isSelected()).isTrue();
        assertThat(consumer("mine").isSelected()).isTrue();
        assertThat(consumer("factory").isSelected()).isFalse();
        assertThat(model.selectedElements())
                .allMatch(element -> element.card() != null)
                .hasSize(2);
    }

    @Test
    void eitherCardTellsWhatItsClientMakesAndTakesInAll() {
        assertThat(producer("mine").card().totals()).isEqualTo("+240 −60/min");
        assertThat(consumer("mine").card().totals()).isEqualTo("+240 −60/min");
        assertThat(consumer("factory").card().totals()).isEqualTo("−120/min");
    }

    @Test
    void aCardCountsStreamsAsItsRowsDo() {
        world.consumer("factory", "furnace-3", "iron", FlowState.STARVING)
                .consumer("factory", "furnace-4", "iron", FlowState.STARVING)
                .consumer("factory", "boiler", "coal", FlowState.FLOWING);
        model.show(world.frame(2), 2 * SECOND);
        ClientCard factory = consumer("factory").card();
        assertThat(factory.words()).isEqualTo("2 of 5 starving");
        assertThat(factory.worst().words()).isEqualTo("2 of 4 starving");
    }

    @Test
    void whatIsFoundStaysAndTheRestFades() {
        model.find("client:factory");
        assertThat(consumer("factory").isFound()).isTrue();
        assertThat(producer("mine").isFound()).isFalse();
    }

    @Test
    void aStarvingClientAnswersWhyAndIsSpokenOf() {
        MapElement mine = consumer("mine").element();
        assertThat(CauseText.of(Objects.requireNonNull(model.picture().why(mine))))
                .startsWith("iron is empty");
        assertThat(model.picture().why(consumer("factory").element())).isNull();
        assertThat(AccessibleTexts.of(model, mine)).startsWith("mine, client, consumer of 1 resource, starving");
    }

    @Test
    void theFocusWalksAlongThePipes() {
        MapElement mine = producer("mine").element();
        MapElement row = Objects.requireNonNull(FocusWalk.step(model, mine, 0, 1));
        assertThat(row).isEqualTo(producer("mine").rows().getFirst().element());
        MapElement tank = Objects.requireNonNull(FocusWalk.step(model, row, 1, 0));
        assertThat(tank).isEqualTo(new MapElement(Objects.requireNonNull(row.basin()), null, null));
        MapElement iron = Objects.requireNonNull(model.basin(IRON)).element();
        MapElement consumer = Objects.requireNonNull(FocusWalk.step(model, iron, 1, 0));
        assertThat(Objects.requireNonNull(consumer.node()).side()).isEqualTo(Side.CONSUMER);
        assertThat(FocusWalk.step(model, consumer, -1, 0)).isEqualTo(iron);
    }

    @Test
    void aStreamThatJoinsLeavesOthersWhereTheyAreAndGlides() {
        Map<CardKey, Box> before = new HashMap<>();
        model.cards().forEach(card -> before.put(card.key(), card.box()));
        world.consumer("late", "oven", "coal", FlowState.FLOWING);
        model.show(world.frame(2), 2 * SECOND);
        model.cards()
                .forEach(card -> assertThat(before.getOrDefault(card.key(), card.box()))
                        .as("nothing jumps")
                        .isEqualTo(card.box()));
        model.advance(3 * SECOND);
        assertThat(producer("mine").box()).isEqualTo(before.get(producer("mine").key()));
        assertThat(consumer("late").rows()).hasSize(1);
    }

    @Test
    void manyAlikeFoldIntoOneCardAndUnfoldOnRequest() {
        for (int i = 1; i <= 60; i++) {
            world.consumer("worker-" + i, "tool", "iron", FlowState.FLOWING);
        }
        model.show(world.frame(2), 2 * SECOND);
        CardPicture workers = card("worker ×60");
        assertThat(workers.card().clients()).hasSize(60);
        assertThat(workers.rows().getFirst().node().streams()).hasSize(60);
        assertThat(model.targets(workers.element())).hasSize(60);
        model.toggle(workers.element(), 3 * SECOND);
        assertThat(model.cards()).hasSize(63);
        model.toggle(consumer("worker-7").element(), 4 * SECOND);
        assertThat(card("worker ×60").card().clients()).hasSize(60);
    }

    @Test
    void aLargePictureIsLaidOutElsewhereWhileTheMapGoesOn() {
        later.holds = true;
        for (int i = 1; i <= 200; i++) {
            world.consumer(
                    "client-" + (char) ('a' + i % 26) + i, "tool", i % 2 == 0 ? "iron" : "coal", FlowState.FLOWING);
            world.producer("client-" + (char) ('a' + i % 26) + i, "tank-" + i % 97, FlowState.FLOWING);
        }
        for (int i = 0; i < 97; i++) {
            world.tank("tank-" + i, TankState.STEADY);
        }
        model.show(world.frame(2), 2 * SECOND);
        assertThat(model.cards()).as("as before").hasSize(3);
        world.consumer("last", "tool", "iron", FlowState.FLOWING);
        model.show(world.frame(3), 3 * SECOND);
        assertThat(later.works).as("one at a time").hasSize(1);
        later.next();
        model.takeLayout(4 * SECOND);
        assertThat(model.cards()).hasSizeGreaterThan(100);
        assertThat(later.works).as("the newest wish follows").hasSize(1);
        model.arrangeBy(MapOrder.BY_RESOURCE, 5 * SECOND);
        later.next();
        model.takeLayout(5 * SECOND);
        assertThat(model.cards()).as("what is no longer wanted is dropped").isEmpty();
        assertThat(model.basins()).hasSize(99);
    }

    @Test
    void byResourceComesBackAsItWas() {
        Box tank = Objects.requireNonNull(model.basin(IRON)).tank();
        model.arrangeBy(MapOrder.BY_RESOURCE, 2 * SECOND);
        assertThat(Objects.requireNonNull(model.basin(IRON)).tank())
                .as("nothing jumps")
                .isEqualTo(tank);
        model.advance(3 * SECOND);
        assertThat(model.cards()).isEmpty();
        assertThat(Objects.requireNonNull(model.basin(IRON)).consumers()).hasSize(3);
    }

    private CardPicture producer(String client) {
        return Objects.requireNonNull(model.card(new CardKey(Side.PRODUCER, client, "")));
    }

    private CardPicture consumer(String client) {
        return Objects.requireNonNull(model.card(new CardKey(Side.CONSUMER, client, "")));
    }

    private CardPicture card(String label) {
        return model.cards().stream()
                .filter(card -> card.card().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** Works at once, or when told to. */
    private static final class Later implements LayoutRunner {
        private final Deque<Runnable> works = new ArrayDeque<>();
        private boolean holds;

        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done) {
            if (holds) {
                works.add(() -> done.accept(work.get()));
            } else {
                done.accept(work.get());
            }
        }

        void next() {
            works.removeFirst().run();
        }
    }
}
