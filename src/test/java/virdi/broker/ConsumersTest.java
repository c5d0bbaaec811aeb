package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.Target;

class ConsumersTest {
    @Property(tries = 50)
    void areFoundByTheirKeysAndListedInTheOrderTheyOpened(@ForAll long seed) {
        Random random = new Random(seed);
        Rig rig = new Rig();
        Consumers consumers = rig.broker.streams().consumers();
        List<ConsumerStream> open = new ArrayList<>();
        List<ConsumerStream> closed = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            if (open.isEmpty() || random.nextInt(10) < 7) {
                open.add(rig.consume("c" + i % 7, "x" + i, "iron", 60, 0, 0));
            } else {
                ConsumerStream gone = open.remove(random.nextInt(open.size()));
                rig.cancel(gone);
                closed.add(gone);
            }
        }
        assertThat(consumers).hasSameSizeAs(open).containsExactlyElementsOf(open);
        assertThat(open).allMatch(consumer -> consumers.holds(consumer.key()));
        assertThat(closed).noneMatch(consumer -> consumers.holds(consumer.key()));
        assertThat(consumers.holds(new Target.Consumption(new ClientId("c0"), new ConsumerId("x"))))
                .isFalse();
    }
}
