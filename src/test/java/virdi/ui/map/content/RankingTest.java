package virdi.ui.map.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.MapWorld;

/** Tests the order of basins and how long a rank lasts. */
public class RankingTest {
    private static final long SECOND = 1_000_000_000L;

    private final Ranking ranking = new Ranking();
    private final MapWorld world = new MapWorld()
            .tank("coal", TankState.STEADY)
            .tank("iron", TankState.STEADY)
            .tank("tin", TankState.EMPTY);

    @Test
    void theTroubledComeFirst() {
        update(0);
        assertThat(names()).containsExactly("tin", "coal", "iron");
        assertThat(ranking.isQuiet(new ResourceId("coal"))).isTrue();
        assertThat(ranking.isQuiet(new ResourceId("tin"))).isFalse();
    }

    @Test
    void troubleMovesABasinOnlyOnceItHasLasted() {
        update(0);
        world.consumer("a", "saw", "iron", FlowState.STARVING);
        assertThat(update(1)).isFalse();
        assertThat(update(2.9)).isFalse();
        assertThat(names()).containsExactly("tin", "coal", "iron");
        assertThat(update(3)).isTrue();
        assertThat(names()).containsExactly("iron", "tin", "coal");
    }

    @Test
    void troubleThatPassesMovesNothing() {
        update(0);
        world.consumer("a", "saw", "iron", FlowState.STARVING);
        update(1);
        world.endLast();
        update(2);
        world.consumer("a", "saw", "iron", FlowState.STARVING);
        assertThat(update(3.5)).isFalse();
        assertThat(names()).containsExactly("tin", "coal", "iron");
    }

    @Test
    void recoveryTakesLongerToMoveABasinThanTrouble() {
        update(0);
        world.tank("tin", TankState.STEADY);
        update(10);
        assertThat(update(69.9)).isFalse();
        assertThat(update(70)).isTrue();
        assertThat(names()).containsExactly("coal", "iron", "tin");
    }

    /** A basin first appears while only some of its clients are connected. */
    @Test
    void aBasinThatHasJustComeRecoversAsSoonAsItFallsIll() {
        update(0);
        world.tank("zinc", TankState.NO_PRODUCER);
        update(20);
        assertThat(names()).containsExactly("tin", "zinc", "coal", "iron");
        world.tank("zinc", TankState.STEADY);
        update(29.9);
        assertThat(update(31.8)).isFalse();
        assertThat(update(31.9)).isTrue();
        assertThat(names()).containsExactly("tin", "coal", "iron", "zinc");
    }

    @Test
    void afterAMoveTheMapRestsAndWhoIsDueMovesTogether() {
        update(0);
        world.consumer("a", "saw", "iron", FlowState.STARVING);
        update(1);
        assertThat(update(3)).isTrue();
        world.consumer("a", "saw", "coal", FlowState.STARVING);
        update(4);
        assertThat(update(12.9)).isFalse();
        assertThat(names()).containsExactly("iron", "tin", "coal");
        assertThat(update(13)).isTrue();
        assertThat(names()).containsExactly("coal", "iron", "tin");
    }

    private boolean update(double seconds) {
        return ranking.update(new Folding().basins(world.frame(seconds)), Math.round(seconds * SECOND));
    }

    private List<String> names() {
        return ranking.order().stream().map(ResourceId::value).toList();
    }
}
