package virdi.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Ledger;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;
import virdi.model.Watermarks;

/** Snapshots with nothing in them but what the store keeps. */
final class Snapshots {
    private Snapshots() {}

    static BrokerSnapshot of(long sequence, Map<String, Long> levels, List<OperatorRule> rules) {
        List<ResourceState> resources = new TreeMap<>(levels)
                .entrySet().stream()
                        .map(level -> new ResourceState(
                                new ResourceId(level.getKey()),
                                new Ledger(0, level.getValue(), 0, 0, level.getValue(), 0),
                                0,
                                new Watermarks(100, 75),
                                true,
                                null,
                                null))
                        .toList();
        return new BrokerSnapshot(
                sequence, 0, 0, true, resources, List.of(), List.of(), List.of(), 0, rules, sequence, sequence);
    }
}
