package virdi.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.ui.Picks.client;
import static virdi.ui.Picks.consumer;
import static virdi.ui.Picks.ended;
import static virdi.ui.Picks.offer;
import static virdi.ui.Picks.production;
import static virdi.ui.Picks.reopened;
import static virdi.ui.Picks.resource;
import static virdi.ui.Picks.withRules;
import static virdi.ui.Picks.without;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ConsumerId;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.SeriesQuery;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Act;

class InspectorViewModelTest {
    private final SampleWorld world = SampleWorld.factory();
    private final Frame frame = world.latest();
    private final Selection<Target> selection = new Selection<>();
    private final List<OperatorCommand> sent = new ArrayList<>();
    private final Set<StreamId> closing = new HashSet<>();
    private final InspectorViewModel vm = new InspectorViewModel(selection, sent::add, () -> closing);
    private final Target furnace = consumer(frame, "furnace-1");
    private final Target furnaceLasting =
            new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));

    @Test
    void nothingSelectedSaysHowToSelect() {
        vm.show(frame);
        assertThat(sheet().title()).isEqualTo("Nothing selected");
        assertThat(sheet().acts()).isEmpty();
        assertThat(vm.watchProperty().get()).isEqualTo(SeriesQuery.NONE);
    }

    @Test
    void aConsumerIsToldWithItsStateAndWhoHoldsIt() {
        select(furnace);
        assertThat(sheet().title()).isEqualTo("furnace-1");
        assertThat(sheet().subtitle()).isEqualTo("consumer of coal");
        assertThat(sheet().words()).isEqualTo("throttled to 60/min by you, 3 min left");
        assertThat(fact("max_rate")).isEqualTo("180/min");
        assertThat(fact("client buffer")).endsWith("/ 180 (modelled)");
        assertThat(fact("delivered")).contains(" units in ").contains(" message");
        assertThat(fact("flow control")).isEqualTo("ready");
        assertThat(fact("open for")).isEqualTo("1 h 12 min");
        assertThat(fact("connection")).startsWith("127.0.0.1:");
        assertThat(sheet().link()).isEqualTo(new Sheet.Link("client factory-a", client("factory-a")));
    }

    @Test
    void aRuleThatHoldsFromAboveIsNamed() {
        selection.select(furnace);
        vm.show(withRules(frame, new OperatorRule.Throttled(client("factory-a"), new Pace(60), null)));
        assertThat(sheet().words()).isEqualTo("throttled to 60/min by your rule on factory-a");
    }

    @Test
    void aProductionAndAnOfferTellWhatTheyAre() {
        select(production(frame, "mine-5"));
        assertThat(sheet().subtitle()).isEqualTo("production of coal");
        assertThat(fact("asked for")).isEqualTo("yes: answers a request");
        select(offer(frame, "smelter-1"));
        assertThat(sheet().subtitle()).isEqualTo("offer of iron");
        assertThat(fact("unanswered for")).isEqualTo("42 s");
        assertThat(sheet().acts()).contains(Act.REQUEST_NOW);
    }

    @Test
    void aResourceShowsItsLedgerThatBalances() {
        select(resource("iron"));
        assertThat(sheet().title()).isEqualTo("iron");
        assertThat(fact("level")).isEqualTo("2 / 100 · 2 %");
        assertThat(fact("difference")).isEqualTo("0 · balances");
        assertThat(sheet().facts()).extracting(Sheet.Group::heading).contains("LEDGER");
        assertThat(sheet().related()).isNotEmpty();
        assertThat(vm.throttlesProperty().get())
                .extracting(ThrottleModel::valve)
                .containsExactly(new Target.Outflow(new ResourceId("iron")), new Target.Inflow(new ResourceId("iron")));
    }

    @Test
    void aClientListsItsStreamsWorstFirst() {
        select(client("factory-a"));
        assertThat(sheet().subtitle()).isEqualTo("client · 26 streams");
        assertThat(sheet().related().getFirst().name()).isEqualTo("← iron · assembler-3");
    }

    @Test
    void severalAreCountedAndOfferWhatFitsAll() {
        selection.selectAll(List.of(furnace, consumer(frame, "forge-1")));
        vm.show(frame);
        assertThat(sheet().title()).isEqualTo("2 consumers");
        assertThat(sheet().words()).startsWith("worst: forge-1 starving");
        assertThat(sheet().acts()).contains(Act.PAUSE, Act.DISCONNECT).doesNotContain(Act.INJECT);
        assertThat(vm.throttlesProperty().get()).isEmpty();
    }

    @Test
    void thousandsAreSummedUpFourTimesASecond() {
        SampleWorld large = SampleWorld.large(10, 500);
        selection.selectAll(large.latest().streams().stream()
                .map(it -> new Target.OneStream(it.id()))
                .toList());
        vm.show(large.latest());
        Sheet before = sheet();
        assertThat(before.title()).isEqualTo("500 streams");
        large.advance(33);
        vm.show(large.latest());
        assertThat(sheet()).isSameAs(before);
        large.advance(60_000);
        vm.show(large.latest());
        assertThat(sheet()).isNotEqualTo(before);
    }

    @Test
    void aStreamThatEndedStaysToldWithItsEnding() {
        select(furnace);
        vm.show(ended(without(frame, furnace), furnace, CloseStatus.Code.ABORTED, "enough"));
        assertThat(sheet().title()).isEqualTo("furnace-1");
        assertThat(sheet().words()).isEqualTo("ended: ABORTED · enough");
        assertThat(sheet().link()).isEqualTo(new Sheet.Link("client factory-a", client("factory-a")));
        assertThat(sheet().acts()).isEmpty();
        assertThat(vm.throttlesProperty().get()).isEmpty();
    }

    @Test
    void aStreamThatEndedLeadsToItsSuccessor() {
        select(furnace);
        vm.show(reopened(frame, furnace, new StreamId(5_000)));
        assertThat(sheet().words()).isEqualTo("ended");
        assertThat(sheet().link())
                .isEqualTo(new Sheet.Link("open again: show it", new Target.OneStream(new StreamId(5_000))));
    }

    @Test
    void aStreamAskedToEndIsClosingAndStillToldAsItIs() {
        closing.add(((Target.OneStream) furnace).stream());
        select(furnace);
        assertThat(sheet().words()).startsWith("closing… · throttled");
    }

    @Test
    void theThrottleKnowsTheRuleInForceAndStaysTheSameObject() {
        select(furnace);
        ThrottleModel model = vm.throttlesProperty().get().getFirst();
        assertThat(model.textProperty().get()).isEqualTo("60");
        world.advance(33);
        vm.show(world.latest());
        assertThat(vm.throttlesProperty().get()).containsExactly(model);
        model.lift();
        assertThat(sent).containsExactly(new OperatorCommand.Unthrottle(furnaceLasting));
    }

    @Test
    void aCauseLeadsElsewhereOnlyWhenItIsNotTheSelectionItself() {
        select(furnace);
        assertThat(vm.elsewhere(furnaceLasting)).isNull();
        assertThat(vm.elsewhere(resource("iron"))).isEqualTo(resource("iron"));
    }

    @Test
    void aLinkToWhatOutlivesAStreamLeadsToTheStreamOpenNow() {
        select(resource("coal"));
        vm.go(furnaceLasting);
        assertThat(selection.items()).containsExactly(furnace);
    }

    private void select(Target target) {
        selection.select(target);
        vm.show(frame);
    }

    private Sheet sheet() {
        return vm.sheetProperty().get();
    }

    private String fact(String name) {
        return sheet().facts().stream()
                .flatMap(it -> it.facts().stream())
                .filter(it -> it.name().equals(name))
                .map(Sheet.SheetEntry::value)
                .findFirst()
                .orElseThrow();
    }
}
