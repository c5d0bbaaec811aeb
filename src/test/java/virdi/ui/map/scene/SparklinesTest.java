package virdi.ui.map.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.TimeRange;
import virdi.ui.SampleWorld;
import virdi.ui.map.MapViews;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.Side;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.plane.Box;

/** Tests that near elements show their last minute, and that the program keeps no history for others. */
public class SparklinesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double NEAR = 2;

    private final SampleWorld world = SampleWorld.factory();
    private final MapViewModel model = MapViews.model();
    private final List<Set<SeriesQuery>> asked = new ArrayList<>();
    private long now = SECOND;

    @BeforeEach
    void open() {
        model.sparklines().askOf(watches -> {
            asked.add(watches);
            world.watch(watches);
        });
        model.resize(1_200, 800, 0);
        step();
        step();
    }

    @Test
    void nothingIsAskedForFromFar() {
        model.zoomAbout(1.59 / model.camera().zoom(), 600, 400);
        step();
        assertThat(asked).isEmpty();
        assertThat(tank("copper").sparkline()).isEqualTo(Sparkline.NONE);
    }

    @Test
    void whatIsNearShowsItsLastMinute() {
        lookAt(tank("copper").tank());
        step();
        assertThat(asked).as("once, not with every frame").hasSize(1);
        BasinPicture copper = tank("copper");
        assertThat(copper.sparkline().values()).hasSize(TimeRange.POINTS);
        assertThat(copper.sparkline().values()[TimeRange.POINTS - 1])
                .isEqualTo(copper.basin().view().level());
        NodePicture wire = copper.consumers().getFirst();
        lookAt(wire.box());
        assertThat(last(wire.sparkline())).isEqualTo(wire.node().actualPerMinute());
        assertThat(wire.sparkline().bounds()[0]).isEqualTo(wire.node().possiblePerMinute());
        assertThat(wire.sparkline().top()).isGreaterThanOrEqualTo(wire.node().possiblePerMinute());
    }

    @Test
    void aBurstDoesNotPressDownWhatComesAfterIt() {
        SeriesQuery watch = lastMinute(new Target.OneStream(new StreamId(1)));
        double[] rates = {6_000, 60, 60};
        double[] possible = {60, 60, 60};
        Series filled = new Series(watch, new long[3], rates, rates, possible, new double[3], new long[3], new long[3]);
        assertThat(Sparkline.ofFlow(filled, Side.CONSUMER).top()).isEqualTo(90);
    }

    @Test
    void aFoldShowsTheSumOfItsMembers() {
        NodePicture fold = tank("copper").consumers().stream()
                .filter(node -> node.node().isFolded())
                .findFirst()
                .orElseThrow();
        lookAt(fold.box());
        assertThat(last(fold.sparkline())).isEqualTo(fold.node().actualPerMinute());
        List<StreamId> members =
                fold.node().leads().stream().map(lead -> lead.id()).toList();
        assertThat(asked.getLast())
                .contains(lastMinute(members.stream().map(Target.OneStream::new).toArray(Target[]::new)));
    }

    @Test
    void onlyWhatIsInViewIsAskedFor() {
        lookAt(tank("copper").tank());
        assertThat(asked.getLast()).contains(tankWatch("copper")).doesNotContain(tankWatch("power"));
        lookAt(tank("power").tank());
        assertThat(asked.getLast()).contains(tankWatch("power")).doesNotContain(tankWatch("copper"));
    }

    @Test
    void whoGoesAwayAsksForNothingMore() {
        lookAt(tank("copper").tank());
        model.zoomAbout(0.5, 600, 400);
        step();
        assertThat(asked.getLast()).isEmpty();
    }

    @Test
    void nothingIsAskedForOnTheWay() {
        model.select(Set.of(new Target.Resource(new ResourceId("copper"))));
        model.fitSelection(now);
        model.advance(now + SECOND / 10);
        assertThat(model.camera().isGliding()).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void byClientCardsShowTheirsAndEachRowItsOwn() {
        model.arrangeBy(MapOrder.BY_CLIENT, now);
        step();
        CardPicture card = model.cards().stream()
                .filter(it ->
                        it.rows().size() > 1 && !it.isProducer() && it.card().actualPerMinute() > 0)
                .findFirst()
                .orElseThrow();
        lookAt(card.box());
        NodePicture row = card.rows().getFirst();
        assertThat(last(row.sparkline())).isEqualTo(row.node().actualPerMinute());
        ClientId client = card.card().clients().getFirst();
        assertThat(asked.getLast()).contains(lastMinute(new Target.Client(client)));
        assertThat(last(card.sparkline())).isPositive();
    }

    /** Zooms in on an element and shows a frame with the requested history. */
    private void lookAt(Box box) {
        model.zoomAbout(NEAR / model.camera().zoom(), 600, 400);
        model.centre(box.centreX(), box.centreY());
        step();
        step();
    }

    private void step() {
        now += SECOND;
        model.show(world.at(now / 1_000_000), now);
        model.advance(now + SECOND / 2);
    }

    private BasinPicture tank(String name) {
        return Objects.requireNonNull(model.basin(new ResourceId(name)));
    }

    private static SeriesQuery tankWatch(String name) {
        return lastMinute(new Target.Resource(new ResourceId(name)));
    }

    private static SeriesQuery lastMinute(Target... targets) {
        return new SeriesQuery(Set.of(targets), TimeRange.MINUTE);
    }

    private static double last(Sparkline sparkline) {
        return sparkline.values()[sparkline.values().length - 1];
    }
}
