package virdi.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import virdi.model.AuditEntry;
import virdi.model.BrokerSnapshot;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.InitialState;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;

final class StoreTest {
    private static final ResourceId IRON = new ResourceId("iron");
    private static final ClientId SMELTER = new ClientId("smelter-1");

    @TempDir
    Path directory;

    @Test
    void newDirectoryOpensWithNothing() throws StoreUnavailable {
        try (Store store = Store.open(directory.resolve("not").resolve("there").resolve("yet"))) {
            assertThat(store.opening()).isEqualTo(InitialState.NOTHING);
            assertThat(store.recentAudit(10)).isEmpty();
            assertThat(store.setting("window.width")).isEmpty();
        }
    }

    @Test
    void levelsSurviveARestart() throws StoreUnavailable {
        save(Snapshots.of(1, Map.of("iron", 17L, "copper", 0L, "ünïcode ⚙", Long.MAX_VALUE), List.of()));

        assertThat(reopened().levels())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(IRON, 17L, new ResourceId("copper"), 0L, new ResourceId("ünïcode ⚙"), Long.MAX_VALUE));
    }

    @Test
    void everyKindOfRuleSurvivesARestartInItsOrder() throws StoreUnavailable {
        List<OperatorRule> rules = List.of(
                new OperatorRule.Throttled(new Target.Client(SMELTER), new Pace(60), null),
                new OperatorRule.Throttled(new Target.Inflow(IRON), Pace.PAUSED, 1_999_999_999_999L),
                new OperatorRule.Throttled(new Target.Outflow(IRON), new Pace(7), null),
                new OperatorRule.Throttled(new Target.Production(SMELTER, IRON), new Pace(8), null),
                new OperatorRule.Throttled(new Target.Consumption(SMELTER, new ConsumerId("forge")), new Pace(9), 5L),
                new OperatorRule.Blocked(new Target.Resource(IRON), "no iron today", null),
                new OperatorRule.Blocked(new Target.Client(SMELTER), "", 1L),
                new OperatorRule.CapacitySet(IRON, 500));
        save(Snapshots.of(1, Map.of("iron", 1L), rules));

        assertThat(reopened().rules()).isEqualTo(rules);
    }

    @Test
    void liftedRuleIsGoneAfterARestart() throws StoreUnavailable {
        save(Snapshots.of(1, Map.of(), List.of(new OperatorRule.CapacitySet(IRON, 500))));
        save(Snapshots.of(1, Map.of(), List.of()));

        assertThat(reopened().rules()).isEmpty();
    }

    @Test
    void ruleOnOneStreamEndsWithItsStream() throws StoreUnavailable {
        save(Snapshots.of(
                1,
                Map.of(),
                List.of(new OperatorRule.Throttled(new Target.OneStream(new StreamId(3)), new Pace(1), null))));

        assertThat(reopened().rules()).isEmpty();
    }

    @Test
    void brokerThatNeverStartedErasesNothing() throws StoreUnavailable {
        save(Snapshots.of(1, Map.of("iron", 17L), List.of(new OperatorRule.CapacitySet(IRON, 500))));
        save(BrokerSnapshot.EMPTY);

        assertThat(reopened().levels()).containsEntry(IRON, 17L);
        assertThat(reopened().rules()).hasSize(1);
    }

    @Test
    void settingsOfTheWindowSurviveARestart() throws StoreUnavailable {
        try (Store store = Store.open(directory)) {
            store.setSetting("window.width", "800");
            store.setSetting("window.width", "1400");
            assertThat(store.setting("window.width")).contains("1400");
        }
        try (Store store = Store.open(directory)) {
            assertThat(store.setting("window.width")).contains("1400");
        }
    }

    @Test
    void auditKeepsTheLastTenThousandActs() throws StoreUnavailable {
        try (Store store = Store.open(directory)) {
            IntStream.rangeClosed(1, 6_000).forEach(number -> store.audit(act(number)));
        }
        try (Store store = Store.open(directory)) {
            IntStream.rangeClosed(6_001, 12_000).forEach(number -> store.audit(act(number)));
            assertThat(store.recentAudit(20_000)).hasSize(10_000);
        }
        try (Store store = Store.open(directory)) {
            assertThat(store.recentAudit(2)).containsExactly(act(12_000), act(11_999));
            assertThat(store.recentAudit(20_000)).hasSize(10_000).last().isEqualTo(act(2_001));
        }
    }

    @Test
    void snapshotsBetweenTwoWritesAreSkipped() throws StoreUnavailable {
        AtomicInteger asked = new AtomicInteger();
        try (Store store = Store.open(directory)) {
            store.follow(() -> {
                int count = asked.incrementAndGet();
                return Snapshots.of(count, Map.of("iron", (long) count), List.of());
            });
            await().until(() -> asked.get() >= 3);
        }
        assertThat(reopened().levels()).containsEntry(IRON, (long) asked.get());
    }

    @Test
    void killedProcessLeavesWholeSnapshotsAndNoneThatWasWrittenIsLost() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path data = directory.resolve("round-" + round);
            Process child = ChildJvm.start(EndlessWriter.class, data.toString());
            long known = 0;
            try (var lines = child.inputReader(UTF_8)) {
                while (known < 4 + round) {
                    known = Long.parseLong(lines.readLine());
                }
                child.destroyForcibly().waitFor();
            }
            try (Store store = Store.open(data)) {
                Map<ResourceId, Long> levels = store.opening().levels();
                assertThat(levels).hasSize(EndlessWriter.TANKS);
                assertThat(levels.values())
                        .containsOnly(levels.values().iterator().next());
                assertThat(levels.values().iterator().next()).isGreaterThanOrEqualTo(known);
                assertThat(store.recentAudit(1).getFirst().epochMillis()).isGreaterThanOrEqualTo(known);
            }
        }
    }

    @Test
    void directoryInUseIsRefusedWithTheProcessThatUsesIt() throws Exception {
        Process child = ChildJvm.start(EndlessWriter.class, directory.toString());
        try (var lines = child.inputReader(UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("0");
            assertThatThrownBy(() -> Store.open(directory))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContainingAll(directory.toString(), "is in use", "process " + child.pid(), "--data-dir");
        } finally {
            child.destroyForcibly().waitFor();
        }
        Store.open(directory).close();
    }

    @Test
    void directoryInUseByThisProcessIsRefusedToo() throws StoreUnavailable {
        try (Store store = Store.open(directory)) {
            assertThat(store.opening()).isEqualTo(InitialState.NOTHING);
            assertThatThrownBy(() -> Store.open(directory)).hasMessageContaining("is in use");
        }
    }

    @Test
    void fileThatIsNoStoreIsNamedAndLeftAsItIs() throws Exception {
        Path file = directory.resolve("virdi.mv.db");
        byte[] content =
                "these are somebody's notes, not a database\n".repeat(400).getBytes(UTF_8);
        Files.write(file, content);

        assertThatThrownBy(() -> Store.open(directory))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContainingAll(file.toString(), "move it away")
                .hasMessageNotContaining("\n");
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void damagedStoreIsNamedAndLeftAsItIs() throws Exception {
        save(Snapshots.of(1, Map.of("iron", 17L), List.of()));
        Path file = directory.resolve("virdi.mv.db");
        byte[] content = Files.readAllBytes(file);
        for (int position = 0; position < content.length; position += 2) {
            content[position] ^= 0x55;
        }
        Files.write(file, content);

        assertThatThrownBy(() -> Store.open(directory)).hasMessageContainingAll(file.toString(), "is damaged");
        assertThat(file).hasBinaryContent(content);
        Files.delete(file);
        assertThat(reopened()).isEqualTo(InitialState.NOTHING);
    }

    @Test
    void storeOfALaterVersionIsRefused() throws Exception {
        Store.open(directory).close();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("virdi"));
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_version VALUES (99)");
        }

        assertThatThrownBy(() -> Store.open(directory)).hasMessageContainingAll("later Virdi Console", "99");
    }

    @Test
    void directoryThatCannotBeCreatedIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "in the way");

        assertThatThrownBy(() -> Store.open(file.resolve("data")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContainingAll(file.resolve("data").toString(), "--data-dir");
    }

    private static AuditEntry act(int number) {
        return new AuditEntry(number, "throttle iron to " + number + "/min", "done", number % 2 == 0);
    }

    private void save(BrokerSnapshot snapshot) throws StoreUnavailable {
        try (Store store = Store.open(directory)) {
            store.follow(() -> snapshot);
        }
    }

    private InitialState reopened() throws StoreUnavailable {
        try (Store store = Store.open(directory)) {
            return store.opening();
        }
    }
}
