package virdi.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.ui.SampleWorld;

class ThrottlePreviewTest {
    private final Frame frame = SampleWorld.factory().latest();
    private final Target furnace = new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));
    private final ResourceId copper = new ResourceId("copper");

    @Test
    void aConsumerGetsLessThanItAsksFor() {
        assertThat(ThrottlePreview.of(List.of(furnace), new Pace(60), frame).sentences())
                .containsExactly("furnace-1 asks for 180/min and would get 60/min");
        assertThat(ThrottlePreview.of(List.of(furnace), Pace.PAUSED, frame).sentences())
                .containsExactly("furnace-1 asks for 180/min and would get nothing");
    }

    @Test
    void aPaceAboveWhatIsAskedForIsNotNoticed() {
        assertThat(ThrottlePreview.of(List.of(furnace), new Pace(180), frame)).isEqualTo(ThrottlePreview.NONE);
    }

    @Test
    void theConsumersOfAnOutflowShareIt() {
        assertThat(ThrottlePreview.of(List.of(new Target.Outflow(new ResourceId("iron"))), new Pace(30), frame)
                        .sentences())
                .containsExactly("The 3 consumers of iron ask for 210/min and would get to share 30/min");
    }

    @Test
    void withoutItsInflowATankRunsEmptyAndItsConsumersStarve() {
        assertThat(ThrottlePreview.of(List.of(new Target.Inflow(copper)), Pace.PAUSED, frame)
                        .sentences())
                .singleElement()
                .asString()
                .startsWith("copper would run empty in about ")
                .contains("more out than in")
                .endsWith("would starve");
    }

    @Test
    void aProducerThatIsNotSlowedStarvesNobody() {
        Target fast = FrameSelection.lasting(
                Targets.streams(Set.of(new Target.Inflow(copper)), frame).getFirst());
        assertThat(ThrottlePreview.of(List.of(fast), new Pace(1_000_000), frame).sentences())
                .isEmpty();
    }

    @Test
    void theReferenceIsWhatTheLargestValveCarriesAtMost() {
        double outflow = Targets.streams(Set.of(new Target.Outflow(copper)), frame).stream()
                .filter(it -> it.kind() == StreamKind.CONSUMER)
                .mapToDouble(StreamView::possiblePerMinute)
                .sum();
        assertThat(ThrottlePreview.reference(List.of(furnace, new Target.Outflow(copper)), frame))
                .isEqualTo(outflow);
    }

    /** The labels of the consumers that would starve and of those that would be rationed, in order; blank for none. */
    @ParameterizedTest(name = "{0} at {1}/min")
    @CsvSource({
        "consumer furnace-1,   60,  '',         furnace-1",
        "consumer furnace-1,   0,   furnace-1,  ''",
        "consumer furnace-1,   177, '',         ''", // within what rates wobble
        "consumer furnace-1,   500, '',         ''",
        "outflow iron,         30,  '',         assembler-3 forge-1 rails-2",
        "outflow iron,         0,   assembler-3 forge-1 rails-2, ''",
        "client factory-b,     0,   forge-1 furnace-2 all-wires, ''",
        "producer mine-1,      0,   all-copper, ''",
        "producer mine-1,      100000, '',      ''",
        "inflow copper,        10,  all-copper, ''",
        "inflow coal,          0,   '',         ''", // nobody takes any of it now
        "producer smelter-1,   0,   '',         ''" // carries nothing as it is
    })
    void whoWouldGoWithoutIsNamed(String valve, long pace, String starving, String rationed) {
        ThrottlePreview preview = ThrottlePreview.of(List.of(target(valve)), new Pace(pace), frame);
        assertThat(labels(preview.starving())).isEqualTo(expand(starving));
        assertThat(labels(preview.rationed())).isEqualTo(expand(rationed));
        assertThat(preview.sentences().isEmpty()).isEqualTo(starving.isEmpty() && rationed.isEmpty());
    }

    @Test
    void valvesThatAreSetTogetherAreAddedUp() {
        List<Target> mines = List.of(target("producer mine-1"), target("producer mine-2"), target("producer mine-3"));
        double each = Targets.streams(Set.of(target("producer mine-3")), frame)
                        .getFirst()
                        .actualPerMinute()
                / 2;
        ThrottlePreview alone = ThrottlePreview.of(mines.subList(2, 3), new Pace(Math.round(each)), frame);
        ThrottlePreview together = ThrottlePreview.of(mines, new Pace(Math.round(each)), frame);
        assertThat(together.sentences()).singleElement().asString().contains("copper would run empty");
        assertThat(together.sentences()).isNotEqualTo(alone.sentences());
        assertThat(labels(together.starving())).isEqualTo(expand("all-copper"));
    }

    @Test
    void manyThatGoShortAreToldInOneSentence() {
        List<Target> wires = Targets.streams(Set.of(new Target.Outflow(copper)), frame).stream()
                .filter(it -> it.label().startsWith("wire"))
                .map(FrameSelection::lasting)
                .toList();
        ThrottlePreview preview = ThrottlePreview.of(wires, new Pace(20), frame);
        assertThat(preview.rationed()).hasSize(24);
        assertThat(preview.sentence())
                .isEqualTo("wire-1 asks for 60/min and would get 20/min, and so on for 24 consumers in all");
        assertThat(ThrottlePreview.NONE.sentence()).startsWith("Nobody");
    }

    private Target target(String words) {
        String name = words.substring(words.indexOf(' ') + 1);
        return switch (words.substring(0, words.indexOf(' '))) {
            case "inflow" -> new Target.Inflow(new ResourceId(name));
            case "outflow" -> new Target.Outflow(new ResourceId(name));
            case "client" -> new Target.Client(new ClientId(name));
            default ->
                frame.streams().stream()
                        .filter(it -> it.label().equals(name))
                        .map(FrameSelection::lasting)
                        .findFirst()
                        .orElseThrow();
        };
    }

    private Set<String> labels(Set<StreamId> streams) {
        return frame.streams().stream()
                .filter(it -> streams.contains(it.id()))
                .map(StreamView::label)
                .collect(Collectors.toSet());
    }

    private Set<String> expand(String names) {
        Set<String> expanded = new HashSet<>();
        for (String name : names.isEmpty() ? new String[0] : names.split(" ")) {
            frame.streams().stream()
                    .filter(it -> it.kind() == StreamKind.CONSUMER)
                    .filter(it -> switch (name) {
                        case "all-copper" -> it.state().resource().equals(copper);
                        case "all-wires" ->
                            it.state().peer().client().value().equals("factory-b")
                                    && it.label().startsWith("wire");
                        default -> it.label().equals(name);
                    })
                    .forEach(it -> expanded.add(it.label()));
        }
        return expanded;
    }
}
