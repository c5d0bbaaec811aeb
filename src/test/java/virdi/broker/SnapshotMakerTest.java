package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.StreamState;

class SnapshotMakerTest {
    private static final int STREAMS = 12;

    @Property(tries = 100)
    void streamsAreOrderedByIdInWhateverOrderTheyWereTold(@ForAll Random random) {
        var rig = new Rig();
        List<Long> ids =
                new ArrayList<>(LongStream.rangeClosed(1, 3 * STREAMS).boxed().toList());
        Collections.shuffle(ids, random);
        List<BrokerStream> open = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            open.add(rig.numbering(ids.removeLast()).offer("mine-" + i, "iron"));
            open.add(rig.numbering(ids.removeLast()).produce("forge-" + i, "iron"));
            open.add(rig.numbering(ids.removeLast()).consume("mill-" + i, "saw", "iron", 60, 0, 0));
            if (random.nextBoolean()) {
                rig.snapshot();
            }
        }
        check(rig.snapshot(), open);

        // States that change are put where their stream stands in the list.
        for (BrokerStream stream : open) {
            if (stream instanceof ProductionStream production && random.nextBoolean()) {
                rig.amount(production, 1 + random.nextInt(100));
            }
        }
        check(rig.snapshot(), open);
    }

    private static void check(BrokerSnapshot snapshot, List<BrokerStream> open) {
        int listed = 0;
        for (List<? extends StreamState> states :
                List.of(snapshot.offers(), snapshot.productions(), snapshot.consumers())) {
            assertThat(states).extracting(state -> state.id().value()).isSorted();
            for (StreamState state : states) {
                assertThat(open)
                        .filteredOn(stream -> stream.id().equals(state.id()))
                        .singleElement()
                        .satisfies(stream -> assertThat(stream.peer()).isEqualTo(state.peer()));
            }
            listed += states.size();
        }
        assertThat(listed).isEqualTo(open.size());
    }
}
