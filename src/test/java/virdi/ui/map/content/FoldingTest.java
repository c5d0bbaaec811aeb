package virdi.ui.map.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import virdi.telemetry.FlowState;
import virdi.telemetry.Severity;
import virdi.telemetry.TankState;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.NodeKey.Fold;

/** Tests which streams fold into one node and when they unfold. */
public class FoldingTest {
    private final Folding folding = new Folding();
    private final MapWorld world = new MapWorld().tank("iron", TankState.STEADY);

    @Test
    void likeStreamsOfOneClientFoldWhenTheBasinWouldOutgrowAGlance() {
        for (int i = 1; i <= 24; i++) {
            world.consumer("factory-b", "wire-" + i, "iron", FlowState.FLOWING);
        }
        world.consumer("factory-a", "pcb-1", "iron", FlowState.FLOWING);
        Basin basin = folding.basins(world.frame(0)).getFirst();
        assertThat(basin.consumers()).extracting(MapNode::label).containsExactly("pcb-1", "wire ×24");
        assertThat(basin.consumers().getLast().words()).isEqualTo("24 flowing");
        assertThat(basin.consumers().getLast().actualPerMinute()).isEqualTo(24 * 60);
    }

    @Test
    void aFoldSaysHowManyOfItAreInTheWorstState() {
        for (int i = 1; i <= 20; i++) {
            world.consumer("a", "wire-" + i, "iron", i > 17 ? FlowState.STARVING : FlowState.FLOWING);
        }
        MapNode fold = folding.basins(world.frame(0)).getFirst().consumers().getFirst();
        assertThat(fold.words()).isEqualTo("3 of 20 starving");
        assertThat(fold.severity()).isEqualTo(Severity.TROUBLE);
        assertThat(fold.why()).isNotNull();
    }

    @Test
    void fewStreamsStandOneByOneInNaturalOrder() {
        for (int i : new int[] {10, 2, 1}) {
            world.consumer("a", "wire-" + i, "iron", FlowState.FLOWING);
        }
        Basin basin = folding.basins(world.frame(0)).getFirst();
        assertThat(basin.consumers()).extracting(MapNode::label).containsExactly("wire-1", "wire-2", "wire-10");
    }

    @Test
    void consumersOfOneNameHaveTheirClientsBeforeIt() {
        world.consumer("mill-1", "saw", "iron", FlowState.FLOWING).called("saw of mill-1");
        world.consumer("mill-2", "saw", "iron", FlowState.FLOWING).called("saw of mill-2");
        world.consumer("mill-2", "drill", "iron", FlowState.FLOWING);
        Basin basin = folding.basins(world.frame(0)).getFirst();
        assertThat(basin.consumers())
                .extracting(MapNode::label)
                .containsExactly("drill", "mill-1 · saw", "mill-2 · saw");
        for (int i = 3; i < 12; i++) {
            world.consumer("mill-" + i, "saw", "iron", FlowState.FLOWING).called("saw of mill-" + i);
        }
        Basin folded = folding.basins(world.frame(1)).getFirst();
        assertThat(folded.consumers()).extracting(MapNode::label).containsExactly("drill", "saw ×11");
    }

    @Test
    void foldsDoNotFlapWhenOneStreamComesAndGoes() {
        for (int i = 1; i <= Folding.MOST_ROWS; i++) {
            world.consumer("a", "wire-" + i, "iron", FlowState.FLOWING);
        }
        assertThat(folding.basins(world.frame(0)).getFirst().consumers()).hasSize(Folding.MOST_ROWS);
        world.consumer("a", "wire-99", "iron", FlowState.FLOWING);
        assertThat(folding.basins(world.frame(1)).getFirst().consumers()).hasSize(1);
        world.endLast();
        assertThat(folding.basins(world.frame(2)).getFirst().consumers()).hasSize(1);
        world.endLast().endLast();
        assertThat(folding.basins(world.frame(3)).getFirst().consumers()).hasSize(Folding.UNFOLD_ROWS);
    }

    @Test
    void aClientsOfferAndProductionAreOneNodeThatSpeaksForTheProduction() {
        world.offer("smelter", "iron", FlowState.PRODUCING)
                .producer("smelter", "iron", FlowState.THROTTLED)
                .offer("mine", "iron", FlowState.REQUESTED);
        Basin basin = folding.basins(world.frame(0)).getFirst();
        assertThat(basin.producers()).extracting(MapNode::label).containsExactly("mine", "smelter");
        MapNode smelter = basin.producers().getLast();
        assertThat(smelter.flow()).isEqualTo(FlowState.THROTTLED);
        assertThat(smelter.streams()).hasSize(2);
        assertThat(smelter.isFolded()).isFalse();
        assertThat(basin.producers().getFirst().pipeStyle()).isEqualTo(PipeStyle.OFFERED);
    }

    @Test
    void manyClientsFoldByWhatTheirNamesHaveInCommon() {
        for (int i = 1; i <= 30; i++) {
            world.producer("client-" + i, "iron", FlowState.FLOWING);
        }
        MapNode fold = folding.basins(world.frame(0)).getFirst().producers().getFirst();
        assertThat(fold.label()).isEqualTo("client ×30");
        assertThat(fold.key().fold()).isEqualTo(Fold.KIN);
    }

    @Test
    void anOpenedFoldShowsItsMembersAndAnyOfThemClosesIt() {
        for (int i = 1; i <= 12; i++) {
            world.consumer("a", "wire-" + i, "iron", FlowState.FLOWING);
        }
        NodeKey fold =
                folding.basins(world.frame(0)).getFirst().consumers().getFirst().key();
        folding.toggle(fold);
        Basin opened = folding.basins(world.frame(0)).getFirst();
        assertThat(opened.consumers()).hasSize(12);
        folding.toggle(folding.foldOf(opened.consumers().get(3).key()));
        assertThat(folding.basins(world.frame(0)).getFirst().consumers()).hasSize(1);
    }
}
