package virdi.ui.map.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.Side;
import virdi.ui.map.plane.Box;

/** Tests the places of clients' cards and tanks. */
public class ClientLayoutTest {
    private static final double WIDTH = 1_600;
    private static final double HEIGHT = 1_000;

    private final ClientLayout layout = new ClientLayout();

    @Property(tries = 60)
    void nothingOverlapsAndEveryPipeLeadsToTheRight(
            @ForAll @IntRange(min = 1, max = 120) int clients,
            @ForAll @IntRange(min = 1, max = 30) int tanks,
            @ForAll @IntRange(max = 1_000_000) int seed) {
        Arrangement arrangement =
                layout.arrange(cards(clients, tanks, seed), tanks(tanks), WIDTH, HEIGHT, Arrangement.EMPTY, true);
        List<Box> boxes = new ArrayList<>(arrangement.cards().values());
        arrangement.placements().values().forEach(place -> boxes.add(place.tank()));
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(arrangement.bounds().union(boxes.get(i))).isEqualTo(arrangement.bounds());
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j))).isFalse();
            }
        }
        for (Placement placement : arrangement.placements().values()) {
            for (Box row : placement.producers()) {
                assertThat(row.right()).isLessThan(placement.mouth().x());
            }
            for (Box row : placement.consumers()) {
                assertThat(row.x()).isGreaterThan(placement.mouth().right());
            }
        }
    }

    @Test
    void theRowsOfACardStandInTheOrderOfTheirTanksAndPipesInTheOrderOfTheirRows() {
        Arrangement arrangement = layout.arrange(cards(30, 8, 5), tanks(8), WIDTH, HEIGHT, Arrangement.EMPTY, true);
        arrangement.placements().forEach((id, placement) -> {
            assertThat(placement.producers()).isSortedAccordingTo(Comparator.comparingDouble(Box::y));
            assertThat(placement.consumers()).isSortedAccordingTo(Comparator.comparingDouble(Box::y));
            Arrangement.Rows rows = Objects.requireNonNull(arrangement.rows().get(id));
            assertThat(rows.producers()).hasSameSizeAs(placement.producers());
        });
        arrangement.cards().keySet().forEach(card -> {
            List<Box> rows = new ArrayList<>();
            arrangement.placements().values().stream()
                    .sorted(Comparator.comparingDouble(
                            placement -> placement.tank().centreY()))
                    .forEach(placement -> {
                        ResourceId id = idOf(arrangement, placement);
                        List<NodeKey> keys = Objects.requireNonNull(
                                        arrangement.rows().get(id))
                                .producers();
                        int at = keys.indexOf(card.row(id));
                        if (at >= 0) {
                            rows.add(placement.producers().get(at));
                        }
                    });
            assertThat(rows).isSortedAccordingTo(Comparator.comparingDouble(Box::y));
        });
    }

    @Property(tries = 60)
    void aClientThatJoinsKeepsEverybodysLaneAndOrderAndMovesOnlyNeighbours(
            @ForAll @IntRange(min = 8, max = 80) int clients, @ForAll @IntRange(max = 1_000_000) int seed) {
        List<ClientShape> cards = cards(clients, 10, seed);
        Arrangement before = layout.arrange(cards, tanks(10), WIDTH, HEIGHT, Arrangement.EMPTY, true);
        ClientShape joins = new ClientShape(
                new CardKey(Side.CONSUMER, "newcomer", ""), tanks(10).subList(0, 2));
        List<ClientShape> more = new ArrayList<>(cards);
        more.add(joins);
        Arrangement after = layout.arrange(more, tanks(10), WIDTH, HEIGHT, before, false);
        Box place = Objects.requireNonNull(after.cards().get(joins.key()));
        before.cards().forEach((key, was) -> {
            Box is = Objects.requireNonNull(after.cards().get(key));
            assertThat(is.x()).isEqualTo(was.x());
            if (is.x() != place.x() || is.y() < place.y()) {
                assertThat(is).isEqualTo(was);
            } else {
                assertThat(is.y() - was.y()).isBetween(0.0, joins.height() + 12 + 0.001);
            }
        });
        before.placements().forEach((id, was) -> {
            Box is = Objects.requireNonNull(after.placements().get(id)).tank();
            assertThat(is.x()).isEqualTo(was.tank().x());
            assertThat(is.y() - was.tank().y())
                    .as("a tank with a pipe more may grow")
                    .isBetween(0.0, 20.0);
        });
    }

    @Test
    void aClientThatLeavesLeavesAGapThatTheNextOneTakes() {
        List<ClientShape> cards = cards(24, 6, 3);
        Arrangement before = layout.arrange(cards, tanks(6), WIDTH, HEIGHT, Arrangement.EMPTY, true);
        ClientShape leaves = cards.get(5);
        List<ClientShape> fewer = new ArrayList<>(cards);
        fewer.remove(leaves);
        Arrangement without = layout.arrange(fewer, tanks(6), WIDTH, HEIGHT, before, false);
        without.cards()
                .forEach((key, is) -> assertThat(is).isEqualTo(before.cards().get(key)));
    }

    @Test
    void aCrowdIsWrappedIntoTheShapeOfTheView() {
        Arrangement arrangement =
                layout.arrange(cards(1_000, 200, 1), tanks(200), WIDTH, HEIGHT, Arrangement.EMPTY, true);
        double aspect = arrangement.bounds().width() / arrangement.bounds().height();
        assertThat(aspect).isBetween(0.7 * WIDTH / HEIGHT, 1.4 * WIDTH / HEIGHT);
        Set<Double> lanes = new HashSet<>();
        arrangement.cards().values().forEach(box -> lanes.add(box.x()));
        assertThat(lanes).hasSizeGreaterThan(4);
    }

    @Test
    void whenMostHaveLeftTheRestIsLaidOutAnew() {
        List<ClientShape> cards = cards(300, 40, 2);
        Arrangement crowd = layout.arrange(cards, tanks(40), WIDTH, HEIGHT, Arrangement.EMPTY, true);
        Arrangement rest = layout.arrange(cards.subList(0, 12), tanks(6), WIDTH, HEIGHT, crowd, false);
        assertThat(rest.scale()).isGreaterThan(2 * crowd.scale());
    }

    @Test
    void clientsWithoutTanksOfTheirOwnAndTanksWithoutClientsHaveAPlace() {
        Arrangement arrangement = layout.arrange(List.of(), tanks(3), WIDTH, HEIGHT, Arrangement.EMPTY, true);
        assertThat(arrangement.placements()).hasSize(3);
        assertThat(layout.arrange(List.of(), List.of(), WIDTH, HEIGHT, Arrangement.EMPTY, true)
                        .placements())
                .isEmpty();
    }

    private static ResourceId idOf(Arrangement arrangement, Placement placement) {
        for (Map.Entry<ResourceId, Placement> entry : arrangement.placements().entrySet()) {
            if (entry.getValue().equals(placement)) {
                return entry.getKey();
            }
        }
        throw new AssertionError("not placed");
    }

    static List<ResourceId> tanks(int count) {
        List<ResourceId> tanks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tanks.add(new ResourceId("r" + i));
        }
        return tanks;
    }

    /** Returns clients with a few tanks each on one or both sides. Near tanks are more likely than distant ones. */
    static List<ClientShape> cards(int clients, int tanks, int seed) {
        Random random = new Random(seed);
        List<ClientShape> cards = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            for (Side side : Side.values()) {
                if (side.ordinal() == i % 2 || random.nextInt(4) == 0) {
                    Set<ResourceId> own = new HashSet<>();
                    for (int row = random.nextInt(3); row >= 0; row--) {
                        own.add(new ResourceId("r" + random.nextInt(tanks)));
                    }
                    cards.add(new ClientShape(new CardKey(side, "c" + i, ""), List.copyOf(own)));
                }
            }
        }
        return cards;
    }
}
