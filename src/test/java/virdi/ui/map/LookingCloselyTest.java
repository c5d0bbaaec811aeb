package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.ui.map.layout.BasinShape.Form;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.Anchor;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.MapViewModel;

/** Who looks at a part of the map goes on to see it, whatever happens around it. */
public class LookingCloselyTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long PULSE = SECOND / 60;
    private static final double WIDTH = 1_600;
    private static final double HEIGHT = 1_000;

    private final MapViewModel model = MapViews.model();
    private final MapWorld world = MapWorld.of(40, 3, 4, FlowState.FLOWING);
    private BasinPicture watched = open();

    private BasinPicture open() {
        model.resize(WIDTH, HEIGHT, 0);
        model.show(world.frame(0), 0);
        return basin("resource-22");
    }

    @BeforeEach
    void lookClosely() {
        assertThat(watched.placement().form()).isEqualTo(Form.COMPACT);
        Box tank = model.camera().toScreen(watched.tank());
        model.pan(WIDTH / 2 - tank.centreX(), HEIGHT / 2 - tank.centreY());
        model.zoomAbout(1.2 / model.camera().zoom(), WIDTH / 2, HEIGHT / 2);
    }

    @Test
    void troubleElsewhereMovesNothingUntilAllIsShownAgain() {
        Map<ResourceId, Box> places = places();
        world.consumer("a", "saw", "resource-37", FlowState.STARVING);
        for (long second = 1; second <= 6; second++) {
            show(second * SECOND);
        }
        assertThat(basin("resource-37").tank()).isEqualTo(places.get(new ResourceId("resource-37")));
        assertThat(watched.tank()).isEqualTo(places.get(watched.id()));
        model.fit(7 * SECOND);
        model.advance(8 * SECOND);
        assertThat(model.basins().stream().mapToDouble(it -> it.tank().x()).min())
                .as("the troubled come first")
                .hasValue(basin("resource-37").tank().x());
    }

    @Test
    void whatIsUnfoldedGrowsWhereItIsSeen() {
        Map<ResourceId, Box> places = places();
        Box before = model.camera().toScreen(watched.tank());
        model.toggle(watched.element(), SECOND);
        for (long nanos = SECOND; nanos < 2 * SECOND; nanos += PULSE) {
            model.advance(nanos);
            Box now = model.camera().toScreen(watched.tank());
            assertThat(now.centreX()).isCloseTo(before.centreX(), within(1e-6));
            assertThat(now.centreY()).isCloseTo(before.centreY(), within(1e-6));
        }
        assertThat(watched.placement().form()).isEqualTo(Form.FULL);
        assertThat(watched.consumers()).hasSize(4);
        double column = Objects.requireNonNull(places.get(watched.id())).x();
        assertThat(model.basins()).allSatisfy(basin -> {
            Box place = Objects.requireNonNull(places.get(basin.id()));
            if (place.x() < column) {
                assertThat(basin.tank()).as("%s", basin.id()).isEqualTo(place);
            } else if (place.x() == column) {
                assertThat(basin.tank().centreX()).isEqualTo(watched.tank().centreX());
            }
        });
        model.toggle(watched.element(), 3 * SECOND);
        model.advance(4 * SECOND);
        assertThat(places()).as("folded again").isEqualTo(places);
    }

    @Test
    void whatComesAboveItDoesNotMoveItOnTheScreen() {
        Box bounds = watched.placement().bounds();
        BasinPicture above = model.basins().stream()
                .filter(basin ->
                        basin.bounds().x() == bounds.x() && basin.bounds().y() < bounds.y())
                .findFirst()
                .orElseThrow();
        model.toggle(above.element(), SECOND);
        model.advance(2 * SECOND);
        double y = watched.tank().y();
        Box before = model.camera().toScreen(watched.tank());
        for (int client = 0; client < 4; client++) {
            String name = "c" + (char) ('a' + client);
            world.consumer(name, "saw", above.id().value(), FlowState.FLOWING);
        }
        show(3 * SECOND);
        model.advance(4 * SECOND);
        assertThat(above.consumers()).hasSize(8);
        assertThat(watched.tank().y()).isGreaterThan(y);
        Box after = model.camera().toScreen(watched.tank());
        assertThat(after.centreX()).isCloseTo(before.centreX(), within(1e-6));
        assertThat(after.centreY()).isCloseTo(before.centreY(), within(1e-6));
    }

    @Test
    void anotherSizeOfTheWindowKeepsPlacesUntilAllIsShownAgain() {
        Map<ResourceId, Box> places = places();
        model.resize(WIDTH, HEIGHT / 3, SECOND);
        model.advance(2 * SECOND);
        assertThat(places()).isEqualTo(places);
        model.fit(3 * SECOND);
        model.advance(4 * SECOND);
        assertThat(places()).isNotEqualTo(places);
    }

    @Test
    void aSmallBasinOpensWhereItIsSeenOnceTheHandThatEnlargesItRests() {
        Box before = model.camera().toScreen(watched.tank());
        for (long pulse = 0; pulse < 30; pulse++) {
            if (pulse % 5 == 0) {
                model.zoomAbout(1.04, before.centreX(), before.centreY());
            }
            assertThat(model.advance(SECOND + pulse * PULSE)).isTrue();
            assertThat(watched.isCompact()).as("while the wheel turns").isTrue();
        }
        long rests = SECOND + 30 * PULSE;
        for (long nanos = rests; nanos < rests + SECOND; nanos += PULSE) {
            model.advance(nanos);
            Box now = model.camera().toScreen(watched.tank());
            assertThat(now.centreX()).isCloseTo(before.centreX(), within(1e-6));
            assertThat(now.centreY()).isCloseTo(before.centreY(), within(1e-6));
        }
        assertThat(watched.placement().form()).isEqualTo(Form.FULL);
        assertThat(watched.consumers()).hasSize(4);
        assertThat(model.basins()).filteredOn(basin -> !basin.isCompact()).hasSize(1);
    }

    @Test
    void itGetsItsSmallFormBackWhenItIsSeenFromAfar() {
        Map<ResourceId, Box> places = places();
        comeNear();
        model.zoomAbout(1 / 1.3, WIDTH / 2, HEIGHT / 2);
        model.advance(4 * SECOND);
        assertThat(watched.isCompact()).as("not far yet").isFalse();
        model.zoomAbout(1 / 1.3, WIDTH / 2, HEIGHT / 2);
        model.advance(5 * SECOND);
        model.advance(6 * SECOND);
        assertThat(places()).isEqualTo(places);
    }

    @Test
    void whatSomebodyChoseIsKept() {
        comeNear();
        model.toggle(watched.element(), 4 * SECOND);
        assertThat(watched.isCompact()).isTrue();
        model.toggle(watched.element(), 5 * SECOND);
        model.zoomAbout(0.5, WIDTH / 2, HEIGHT / 2);
        model.advance(6 * SECOND);
        assertThat(watched.isCompact()).isFalse();
    }

    @Test
    void whoAsksToSeeASmallBasinSeesItsStreams() {
        BasinPicture other = basin("resource-30");
        model.select(Set.of(new Target.Resource(other.id())));
        model.fitSelection(SECOND);
        model.advance(3 * SECOND);
        assertThat(other.isCompact()).isFalse();
        Box visible = model.camera().visible();
        assertThat(visible.grownBy(1).contains(other.bounds())).isTrue();
    }

    @Test
    void whoAsksToSeeAllConsumersOfASmallBasinSeesThemOneByOne() {
        BasinPicture other = basin("resource-30");
        model.select(model.targets(other.consumers().getFirst().element()));
        model.fitSelection(SECOND);
        model.advance(3 * SECOND);
        assertThat(other.isCompact()).isFalse();
        Box visible = model.camera().visible().grownBy(1);
        assertThat(other.consumers())
                .hasSize(4)
                .allSatisfy(node -> assertThat(visible.contains(node.box())).isTrue());
    }

    @Test
    void whatWasUnfoldedWhileAllWasShownIsNotKeptLater() {
        model.fit(SECOND);
        model.advance(2 * SECOND);
        BasinPicture other = basin("resource-39");
        model.pan(1, 0);
        var anchor = new Anchor();
        anchor.prefer(other.element());
        anchor.take(model.picture(), model.camera(), false);
        anchor.take(model.picture(), model.camera(), true);
        model.pin(other.element(), other.bounds().x() + 300, other.bounds().y(), 2 * SECOND);
        anchor.leave(model.picture(), model.camera(), 2 * SECOND);
        assertThat(model.camera().isGliding()).isFalse();
    }

    @Test
    void whatComesAfterAllHasGoneIsSeen() {
        model.pan(5_000, 5_000);
        model.show(new MapWorld().frame(1), SECOND);
        model.show(MapWorld.of(3, 1, 1, FlowState.FLOWING).frame(2), 2 * SECOND);
        model.advance(3 * SECOND);
        assertThat(model.camera().visible().contains(model.extent())).isTrue();
    }

    private void comeNear() {
        model.zoomAbout(1.25, WIDTH / 2, HEIGHT / 2);
        model.advance(SECOND);
        model.advance(2 * SECOND);
        model.advance(3 * SECOND);
        assertThat(watched.isCompact()).isFalse();
    }

    private void show(long nanos) {
        model.show(world.frame(nanos / 1e9), nanos);
        model.advance(nanos);
    }

    private Map<ResourceId, Box> places() {
        Map<ResourceId, Box> places = new HashMap<>();
        model.basins().forEach(basin -> places.put(basin.id(), basin.tank()));
        return places;
    }

    private BasinPicture basin(String name) {
        return Objects.requireNonNull(model.basin(new ResourceId(name)));
    }
}
