package virdi.ui.map.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.Side;
import virdi.ui.map.plane.Box;

/** Tests that pinned cards and tanks stay in their places and others make room. */
public class ClientPinningTest {
    private static final ResourceId IRON = new ResourceId("r0");
    private static final MapElement TANK = new MapElement(IRON, null, null);
    private static final MapElement MAKER = card(Side.PRODUCER, "c0");
    private static final MapElement TAKER = card(Side.CONSUMER, "c1");

    private final Pins<MapElement> pins = ClientPinning.pins();

    private static MapElement card(Side side, String name) {
        return new MapElement(null, null, new CardKey(side, name, ""));
    }

    /** Returns a layout of eight tanks with twelve clients on each side. Each client has two tanks. */
    private static Arrangement laidOut() {
        List<ClientShape> cards = new ArrayList<>();
        List<ResourceId> tanks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tanks.add(new ResourceId("r" + i));
        }
        for (int i = 0; i < 12; i++) {
            for (Side side : Side.values()) {
                cards.add(new ClientShape(
                        new CardKey(side, "c" + i, ""), List.of(tanks.get(i % 8), tanks.get((i + 3) % 8))));
            }
        }
        return new ClientLayout().arrange(cards, tanks, 1_600, 1_000, Arrangement.EMPTY, true);
    }

    private static Box box(Arrangement arrangement, MapElement card) {
        return Objects.requireNonNull(arrangement.cards().get(Objects.requireNonNull(card.card())));
    }

    private static Placement iron(Arrangement arrangement) {
        return Objects.requireNonNull(arrangement.placements().get(IRON));
    }

    @Test
    void nothingPinnedIsTheLayoutItself() {
        Arrangement laidOut = laidOut();
        assertThat(ClientPinning.apply(pins, laidOut)).isSameAs(laidOut);
        pins.put(card(Side.PRODUCER, "gone"), 0, 0);
        assertThat(ClientPinning.apply(pins, laidOut)).isSameAs(laidOut);
    }

    @Test
    void aCardStandsWhereItWasPutAndItsPipesBeginThere() {
        pins.put(MAKER, -400, 55);
        Arrangement pinned = ClientPinning.apply(pins, laidOut());
        assertThat(box(pinned, MAKER)).returns(-400.0, Box::x).returns(55.0, Box::y);
        int row = Objects.requireNonNull(pinned.rows().get(IRON))
                .producers()
                .indexOf(Objects.requireNonNull(MAKER.card()).row(IRON));
        assertThat(iron(pinned).producers().get(row))
                .returns(box(pinned, MAKER).right(), Box::right)
                .matches(
                        box -> box.y() > 55 && box.bottom() < box(pinned, MAKER).bottom());
        assertThat(pinned.bounds().x()).isEqualTo(-400);
    }

    @Test
    void aTankStandsWhereItWasPutBetweenTheCards() {
        Arrangement laidOut = laidOut();
        Box cell = ClientLayout.cell(iron(laidOut).tank());
        pins.put(TANK, cell.x() + 40, cell.y() + 2_000);
        Arrangement pinned = ClientPinning.apply(pins, laidOut);
        assertThat(iron(pinned).tank()).isEqualTo(iron(laidOut).tank().movedBy(40, 2_000));
        assertThat(iron(pinned).mouth()).isEqualTo(iron(pinned).tank());
    }

    @Test
    void theFlowGoesOnToTheRightWhereverThingsAreDragged() {
        Arrangement laidOut = laidOut();
        pins.put(TANK, 50_000, 0);
        pins.put(MAKER, 50_000, 0);
        pins.put(TAKER, -50_000, 0);
        assertFlowsRight(ClientPinning.apply(pins, laidOut));
        pins.put(TANK, -50_000, 0);
        assertFlowsRight(ClientPinning.apply(pins, laidOut));
    }

    private static void assertFlowsRight(Arrangement arrangement) {
        arrangement.placements().forEach((id, placement) -> {
            assertThat(placement.producers())
                    .allMatch(row -> row.right() < placement.mouth().x());
            assertThat(placement.consumers())
                    .allMatch(row -> row.x() > placement.mouth().right());
        });
    }

    @Property(tries = 150)
    void nothingOverlapsAndNothingIsLost(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -900, max = 2_500) Double> places) {
        Arrangement laidOut = laidOut();
        pins.clear();
        for (int i = 0; i < places.size(); i++) {
            double at = places.get(i);
            pins.put(
                    i % 3 == 2
                            ? new MapElement(new ResourceId("r" + i), null, null)
                            : card(i % 3 == 0 ? Side.PRODUCER : Side.CONSUMER, "c" + i),
                    at,
                    at / 2);
        }
        Arrangement pinned = ClientPinning.apply(pins, laidOut);
        assertThat(pinned.cards().keySet()).isEqualTo(laidOut.cards().keySet());
        assertThat(pinned.placements().keySet()).isEqualTo(laidOut.placements().keySet());
        assertFlowsRight(pinned);
        List<Box> all = new ArrayList<>(pinned.cards().values());
        pinned.placements().values().forEach(placement -> all.add(ClientLayout.cell(placement.tank())));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i).overlaps(all.get(j))).isFalse();
            }
        }
    }

    @Test
    void whatIsNotInTheWayStaysWhereItWas() {
        Arrangement laidOut = laidOut();
        pins.put(MAKER, -5_000, 0);
        Map<CardKey, Box> pinned = ClientPinning.apply(pins, laidOut).cards();
        laidOut.cards().forEach((key, box) -> {
            if (!key.equals(MAKER.card())) {
                assertThat(pinned).containsEntry(key, box);
            }
        });
    }

    @Test
    void theyAreWrittenDownAndTakenUpAgainWhateverTheNames() {
        MapElement odd = new MapElement(null, null, new CardKey(Side.CONSUMER, "a|b c%", "+iron ore -coal|2"));
        pins.put(TANK, 10, -20);
        pins.put(MAKER, 3_000, 40);
        pins.put(odd, 1, 2);
        assertThat(pins.text()).doesNotContain("|");
        Pins<MapElement> others = ClientPinning.pins();
        others.take(pins.text() + " tank 1 2 NOBODY%0Aa%0A 3 4");
        assertThat(others.text()).isEqualTo(pins.text());
        assertThat(others.has(odd)).isTrue();
        assertThat(ClientPinning.apply(others, laidOut())).isEqualTo(ClientPinning.apply(pins, laidOut()));
    }
}
