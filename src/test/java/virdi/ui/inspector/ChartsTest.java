package virdi.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.ui.Picks.client;
import static virdi.ui.Picks.consumer;
import static virdi.ui.Picks.offer;
import static virdi.ui.Picks.production;
import static virdi.ui.Picks.resource;
import static virdi.ui.Picks.withRules;
import static virdi.ui.Picks.without;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerEvent;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ConsumerId;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.EventPage;
import virdi.telemetry.Frame;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.TimeRange;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.kit.chart.ChartData;

class ChartsTest {
    private final SampleWorld world = SampleWorld.factory();
    private final Selection<Target> selection = new Selection<>();
    private final InspectorViewModel vm = new InspectorViewModel(selection, command -> {});
    private OperatorRule[] inForce = {};
    private final Target furnace = consumer(world.latest(), "furnace-1");

    @Test
    void aConsumerShowsItsRateBesideThePossibleItsBufferAndItsTotal() {
        select(furnace);
        assertThat(names(charts().rate())).containsExactly("actual", "possible");
        assertThat(names(charts().level())).containsExactly("level", "room");
        assertThat(names(charts().totals())).containsExactly("delivered");
    }

    @Test
    void aProductionHasNoBufferAndAnOfferNothingAtAll() {
        select(production(world.latest(), "mine-5"));
        assertThat(charts().level().isEmpty()).isTrue();
        assertThat(names(charts().totals())).containsExactly("accepted");
        select(offer(world.latest(), "smelter-1"));
        assertThat(charts()).isEqualTo(Charts.NONE);
    }

    @Test
    void aTankShowsItsLevelBetweenItsMarks() {
        select(resource("iron"));
        assertThat(names(charts().rate())).containsExactly("out", "in");
        assertThat(names(charts().level())).containsExactly("level", "capacity", "resume");
        assertThat(charts().level().lines().get(1).values()).containsOnly(100);
        assertThat(names(charts().totals())).containsExactly("delivered", "accepted");
    }

    @Test
    void aClientShowsBothWays() {
        long[] units = {0, 7};
        double[] none = new double[2];
        SeriesQuery watch = new SeriesQuery(Set.of(client("mc-nether")), TimeRange.MINUTE);
        Series series = new Series(watch, new long[] {1_000, 2_000}, none, none, none, none, units, new long[] {3, 9});
        Charts charts = Charts.of(series, world.latest(), List.of());
        assertThat(names(charts.rate())).containsExactly("consumes", "produces");
        assertThat(names(charts.totals())).containsExactly("delivered", "accepted");
    }

    @Test
    void aClientThatNeverProducedShowsOneWayOnly() {
        select(client("factory-a"));
        assertThat(names(charts().rate())).containsExactly("consumes");
        assertThat(names(charts().totals())).containsExactly("delivered");
    }

    @Test
    void severalThatAreAlikeAreSummedUpAndOthersNot() {
        Target forge = consumer(world.latest(), "forge-1");
        selection.selectAll(List.of(furnace, forge));
        look();
        double both = last(charts().rate());
        select(furnace);
        double one = last(charts().rate());
        select(forge);
        assertThat(both).isEqualTo(one + last(charts().rate()));
        selection.selectAll(List.of(furnace, resource("iron")));
        assertThat(vm.watchProperty().get()).isEqualTo(SeriesQuery.NONE);
    }

    @Test
    void theRangeStaysWhenSomethingElseIsSelected() {
        select(furnace);
        vm.setRange(TimeRange.HOUR);
        look();
        assertThat(charts().rate().spanMillis()).isEqualTo(3_600_000);
        select(resource("iron"));
        assertThat(charts().rate().spanMillis()).isEqualTo(3_600_000);
    }

    @Test
    void theSamePastIsNotDrawnAgain() {
        select(furnace);
        Charts before = charts();
        vm.show(withRules(world.latest()));
        assertThat(charts()).isSameAs(before);
    }

    @Test
    void nothingSelectedIsNotWatched() {
        select(furnace);
        selection.clear();
        assertThat(vm.watchProperty().get()).isEqualTo(SeriesQuery.NONE);
        assertThat(charts()).isEqualTo(Charts.NONE);
    }

    @Test
    void throttlesAndBlocksAreMarkedWhenTheyComeChangeAndGo() {
        Target lasting = new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));
        select(furnace);
        rules();
        rules(throttle(furnace, 60));
        rules(throttle(furnace, 90), new OperatorRule.Blocked(lasting, "", null));
        rules(throttle(furnace, 0));
        rules();
        assertThat(words())
                .contains(
                        "throttled to 60/min",
                        "throttle changed to 90/min",
                        "blocked",
                        "paused",
                        "throttle lifted",
                        "block lifted");
        select(resource("coal"));
        assertThat(words()).contains("furnace-1 of factory-a blocked", "furnace-1 of factory-a block lifted");
    }

    @Test
    void aRuleIsMarkedOnWhatItHoldsAndOnWhatHoldsItsStream() {
        rules();
        rules(throttle(client("factory-a"), 60), throttle(new Target.Outflow(new ResourceId("coal")), 90));
        select(furnace);
        assertThat(words())
                .containsExactlyInAnyOrder("factory-a throttled to 60/min", "outflow of coal throttled to 90/min");
        select(resource("coal"));
        assertThat(words())
                .contains("outflow of coal throttled to 90/min")
                .doesNotContain("factory-a throttled to 60/min");
        select(client("factory-a"));
        assertThat(words()).containsExactly("throttled to 60/min");
        select(resource("iron"));
        assertThat(words()).isEmpty();
    }

    @Test
    void aTankAndAClientKeepTheMarksOfTheirEndedStreams() {
        select(resource("gears"));
        vm.show(ended(world.latest(), 900, "gone", "gears", "drill-9", CloseStatus.Code.CANCELLED));
        assertThat(words()).containsExactly("drill-9 ended with CANCELLED");
        select(resource("plates"));
        assertThat(words()).isEmpty();
        select(resource("gears"));
        assertThat(words()).containsExactly("drill-9 ended with CANCELLED");
    }

    @Test
    void endsAreRememberedUpToABound() {
        select(resource("gears"));
        Frame frame = world.latest();
        for (int end = 0; end < 3_000; end++) {
            frame = ended(frame, 1_000 + end, "gone", "gears", "drill-9", CloseStatus.Code.OK);
            vm.show(frame);
        }
        assertThat(words()).hasSize(2_000);
    }

    @Test
    void anEndIsMarkedOnTheLastPictureOfTheStreamItself() {
        select(furnace);
        assertThat(charts().isOver()).isFalse();
        StreamId id = ((Target.OneStream) furnace).stream();
        Frame after = without(withRules(world.latest()), furnace);
        vm.show(ended(pastless(after), id.value(), "factory-a", "coal", "furnace-1", CloseStatus.Code.OK));
        assertThat(words()).containsExactly("ended");
        assertThat(charts().rate().isEmpty()).isFalse();
        assertThat(charts().isOver()).isTrue();
    }

    @Test
    void whatHasEndedKeepsTheRangeOfItsLastPicture() {
        select(furnace);
        vm.show(pastless(without(world.latest(), furnace)));
        vm.setRange(TimeRange.HOUR);
        assertThat(vm.rangeProperty().get()).isEqualTo(TimeRange.TEN_MINUTES);
        select(resource("iron"));
        vm.setRange(TimeRange.HOUR);
        assertThat(vm.rangeProperty().get()).isEqualTo(TimeRange.HOUR);
    }

    private void select(Target target) {
        selection.select(target);
        look();
    }

    private void look() {
        world.watch(Set.of(vm.watchProperty().get()));
        vm.show(withRules(world.latest(), inForce));
    }

    private void rules(OperatorRule... rules) {
        world.advance(1_000);
        inForce = rules;
        look();
    }

    private Charts charts() {
        return vm.chartsProperty().get();
    }

    private List<String> words() {
        return charts().rate().marks().stream().map(ChartData.Mark::words).toList();
    }

    private static OperatorRule throttle(Target target, long pace) {
        return new OperatorRule.Throttled(target, new Pace(pace), null);
    }

    private static List<String> names(ChartData chart) {
        return chart.lines().stream().map(ChartData.Line::name).toList();
    }

    private static double last(ChartData chart) {
        double[] values = chart.lines().getFirst().values();
        return values[values.length - 1];
    }

    private static Frame ended(
            Frame frame, long stream, String client, String resource, String consumer, CloseStatus.Code code) {
        long number = 1 + frame.events().events().getLast().sequence();
        BrokerEvent end = new BrokerEvent(
                number,
                frame.epochMillis() * 1_000,
                BrokerEvent.Kind.ENDED,
                new StreamId(stream),
                StreamKind.CONSUMER,
                new ClientId(client),
                new ResourceId(resource),
                new ConsumerId(consumer),
                10,
                code,
                "");
        return with(frame, new EventPage(List.of(end), 0), frame.series());
    }

    /** The frame that says of what is watched that it is no more. */
    private Frame pastless(Frame frame) {
        SeriesQuery watch = vm.watchProperty().get();
        Series none = new Series(
                watch,
                new long[0],
                new double[0],
                new double[0],
                new double[0],
                new double[0],
                new long[0],
                new long[0]);
        return with(frame, frame.events(), Map.of(watch, none));
    }

    private static Frame with(Frame frame, EventPage events, Map<SeriesQuery, Series> pasts) {
        return new Frame(
                frame.sequence() + 1,
                frame.nanos(),
                frame.epochMillis(),
                frame.listening(),
                frame.resources(),
                frame.clients(),
                frame.streams(),
                frame.rules(),
                frame.totals(),
                events,
                pasts);
    }
}
