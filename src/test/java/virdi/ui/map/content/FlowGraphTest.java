package virdi.ui.map.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.MapWorld;

/** Tests the path upstream and downstream. Streams are numbered from 1 in the order in which a test names them. */
public class FlowGraphTest {
    private final MapWorld world = new MapWorld();

    @Test
    void aChainIsFollowedThroughClientsToBothEnds() {
        makes("mine", "ore").takes("smelter", "ore").makes("smelter", "iron").takes("factory", "iron");
        for (long stream = 1; stream <= 4; stream++) {
            FlowPath path = through(stream(stream));
            assertThat(path.streams()).containsExactlyInAnyOrder(streams(1, 2, 3, 4));
            assertThat(path.tanks()).containsExactlyInAnyOrder(tank("ore"), tank("iron"));
        }
        assertThat(through(new Target.Resource(tank("ore"))).streams()).hasSize(4);
        assertThat(through(new Target.Client(new ClientId("smelter"))).streams())
                .hasSize(4);
    }

    @Test
    void whoSharesATankIsNotOnThePath() {
        makes("mine-a", "ore").makes("mine-b", "ore").takes("smelter", "ore").takes("mill", "ore");
        assertThat(through(stream(1)).streams()).containsExactlyInAnyOrder(streams(1, 3, 4));
        assertThat(through(stream(4)).streams()).containsExactlyInAnyOrder(streams(1, 2, 4));
        assertThat(through(new Target.Client(new ClientId("mill"))).streams())
                .containsExactlyInAnyOrder(streams(1, 2, 4));
    }

    @Test
    void upstreamIsNotLeftDownstreamAgain() {
        makes("mine", "ore")
                .takes("smelter", "ore")
                .makes("smelter", "iron")
                .makes("mine", "coal")
                .takes("boiler", "coal");
        assertThat(through(stream(3)).streams())
                .as("what else the mine makes does not go into iron")
                .containsExactlyInAnyOrder(streams(1, 2, 3));
    }

    @Test
    void bothWaysOfADiamondAreFollowed() {
        makes("mine", "ore")
                .takes("left", "ore")
                .makes("left", "iron")
                .takes("right", "ore")
                .makes("right", "slag")
                .takes("plant", "iron")
                .takes("plant", "slag");
        assertThat(through(stream(1)).streams()).hasSize(7);
        assertThat(through(stream(6)).streams())
                .as("one of the ways back")
                .containsExactlyInAnyOrder(streams(1, 2, 3, 6));
        assertThat(through(new Target.Resource(tank("slag"))).streams()).containsExactlyInAnyOrder(streams(1, 4, 5, 7));
    }

    @Test
    void aCircleEnds() {
        makes("a", "x").takes("b", "x").makes("b", "y").takes("a", "y").takes("watcher", "y");
        assertThat(through(stream(1)).streams()).containsExactlyInAnyOrder(streams(1, 2, 3, 4, 5));
        assertThat(through(stream(5)).streams()).containsExactlyInAnyOrder(streams(1, 2, 3, 4, 5));
    }

    @Test
    void aClientThatTakesWhatItMakesIsItsOwnPath() {
        makes("a", "x").takes("a", "x");
        assertThat(through(stream(2)).streams()).containsExactlyInAnyOrder(streams(1, 2));
    }

    @Test
    void aChainOfThousandsIsNoDeeperThanOneOfTwo() {
        for (int i = 0; i < 5_000; i++) {
            makes("client-" + i, "r" + i).takes("client-" + (i + 1), "r" + i);
        }
        assertThat(through(stream(5_000)).streams()).hasSize(10_000);
    }

    @Test
    void whatIsGoneHasNoPath() {
        makes("mine", "ore");
        assertThat(through(stream(99)).streams()).isEmpty();
        assertThat(through(stream(99)).tanks()).isEmpty();
    }

    private FlowGraphTest makes(String client, String resource) {
        world.tank(resource, TankState.STEADY).producer(client, resource, FlowState.FLOWING);
        return this;
    }

    private FlowGraphTest takes(String client, String resource) {
        world.tank(resource, TankState.STEADY).consumer(client, "user", resource, FlowState.FLOWING);
        return this;
    }

    private FlowPath through(Target target) {
        return new FlowGraph(world.frame(0).streams()).through(Set.of(target));
    }

    private static Target stream(long number) {
        return new Target.OneStream(new StreamId(number));
    }

    private static StreamId[] streams(long... numbers) {
        return LongStream.of(numbers).mapToObj(StreamId::new).toArray(StreamId[]::new);
    }

    private static ResourceId tank(String name) {
        return new ResourceId(name);
    }
}
