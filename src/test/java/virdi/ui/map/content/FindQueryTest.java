package virdi.ui.map.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.telemetry.FlowState;
import virdi.telemetry.Forecast;
import virdi.telemetry.Frame;
import virdi.telemetry.TankState;
import virdi.ui.map.MapWorld;

/** Tests which streams and tanks a search finds. */
public class FindQueryTest {
    private final Frame frame = new MapWorld()
            .tank("iron", TankState.EMPTY)
            .tank("coal", TankState.FULL, 1.004, 0, null)
            .tank("gears", TankState.FILLING, new Forecast(Forecast.Level.FULL, 120))
            .tank("power", TankState.DRAINING, new Forecast(Forecast.Level.EMPTY, 15))
            .offer("smelter-1", "iron", FlowState.REQUEST_UNANSWERED)
            .consumer("mc-1", "assembler-3", "iron", FlowState.STARVING)
            .producer("mc-1", "coal", FlowState.STOPPED_TANK_FULL)
            .producer("mc-2", "coal", FlowState.STOPPED_TANK_FULL)
            .producer("mc-1", "gears", FlowState.FLOWING)
            .consumer("mc-2", "furnace-1", "power", FlowState.SATISFIED)
            .frame(0);

    /** Finds streams, written as client/resource, and tanks, written by name. An empty column means no match. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            starving                   | mc-1/iron
            state:starving             | mc-1/iron
            STATE:Starving             | mc-1/iron
            client:mc-1 state:full     | mc-1/coal
            state:full client:mc-1     | mc-1/coal
            full                       | coal mc-1/coal mc-2/coal
            state:full                 | coal mc-1/coal mc-2/coal
            overfill                   | coal
            empty                      | iron
            state:empty                | iron
            filling                    | gears
            draining                   | power
            unanswered                 | smelter-1/iron
            iron                       | iron smelter-1/iron mc-1/iron
            resource:iron              | iron smelter-1/iron mc-1/iron
            iron starving              | mc-1/iron
            assembler                  | mc-1/iron
            client:mc-2                | mc-2/coal mc-2/power
            kind:offer                 | smelter-1/iron
            client:iron                |
            starving coal              |
            """)
    void itFinds(String text, String expected) {
        List<String> names =
                expected == null ? List.of() : Stream.of(expected.split(" ")).toList();
        assertThat(found(text)).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "state:", "client: state:"})
    void wordsThatAreNotWrittenYetFindEverything(String text) {
        assertThat(FindQuery.of(text).isAnything()).isTrue();
        assertThat(found(text)).hasSize(10);
    }

    @Test
    void aColonOfNoFieldIsPartOfTheWord() {
        assertThat(found("minecraft:iron")).isEmpty();
    }

    private List<String> found(String text) {
        FindQuery query = FindQuery.of(text);
        Stream<String> tanks = frame.resources().stream()
                .filter(query::matches)
                .map(tank -> tank.id().value());
        Stream<String> streams = frame.streams().stream()
                .filter(query::matches)
                .map(stream ->
                        stream.state().peer().client() + "/" + stream.state().resource());
        return Stream.concat(tanks, streams).toList();
    }
}
