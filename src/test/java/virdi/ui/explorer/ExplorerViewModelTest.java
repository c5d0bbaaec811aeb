package virdi.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.ClientView;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.Tone;

class ExplorerViewModelTest {
    private static final Target IRON = new Target.Resource(new ResourceId("iron"));
    private static final Target COAL = new Target.Resource(new ResourceId("coal"));
    private static final Target COPPER = new Target.Resource(new ResourceId("copper"));

    private final SampleWorld world = SampleWorld.factory();
    private final ExplorerViewModel model = new ExplorerViewModel(new Selection<>());

    @BeforeEach
    void show() {
        model.show(world.latest());
    }

    @Test
    void aHealthyTankShowsItsFillAndAnUnhealthyOneItsWord() {
        ExplorerRow copper = Objects.requireNonNull(model.resources().row(COPPER));
        ExplorerRow iron = Objects.requireNonNull(model.resources().row(IRON));

        assertThat(copper.note()).isEqualTo("64 %");
        assertThat(copper.noteTone()).isEqualTo(Tone.CALM);
        assertThat(iron.note()).isEqualTo("empty");
        assertThat(iron.noteTone()).isEqualTo(Tone.TROUBLE);
        assertThat(iron.sign().shape()).isEqualTo(SignShape.TRIANGLE);
    }

    @Test
    void aClientHasTheSignThatItsWorstStreamHasOnTheMap() {
        for (ClientView client : world.latest().clients()) {
            ExplorerRow row = Objects.requireNonNull(
                    model.clients().row(new Target.Client(client.peer().client())));
            Severity worst = world.latest().streams().stream()
                    .filter(stream -> stream.state().peer().equals(client.peer()))
                    .map(StreamView::severity)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(world.latest().streams())
                    .filteredOn(stream -> stream.state().peer().equals(client.peer()) && stream.severity() == worst)
                    .extracting(stream -> Sign.of(stream.flow()))
                    .contains(row.sign());
        }
    }

    @Test
    void theFilterLooksAtNamesAndStates() {
        model.filter("EMPTY", false);
        assertThat(model.resources().targets()).containsExactly(IRON);

        model.filter("mine starv", false);
        assertThat(model.clients().targets()).isEmpty();

        model.filter(" ", false);
        assertThat(model.resources().targets()).hasSize(6);
    }

    @Test
    void problemsAreWhatAsksForAttention() {
        model.filter("", true);

        assertThat(model.resources().targets()).containsExactly(COAL, IRON);
        assertThat(model.clients().targets())
                .contains(new Target.Client(new ClientId("factory-a")))
                .doesNotContain(new Target.Client(new ClientId("mine-1")));
    }

    @Test
    void aNewFrameKeepsTheFilter() {
        model.filter("iron", false);
        world.advance(5_000);
        model.show(world.latest());

        assertThat(model.resources().targets()).containsExactly(IRON);
    }

    @Test
    void thousandsOfRowsThatSayOtherThingsLeaveTheListAlone() {
        SampleWorld large = SampleWorld.large(10_000, 20_000);
        model.show(large.latest());
        var changes = new AtomicInteger();
        model.clients().targets().addListener((ListChangeListener<Target>) change -> changes.incrementAndGet());
        int revision = model.resources().revision().get();
        large.advance(60_000);
        model.show(large.latest());

        assertThat(model.clients().targets()).hasSize(10_000);
        assertThat(changes).hasValue(0);
        assertThat(model.resources().revision().get()).isGreaterThan(revision);
    }
}
