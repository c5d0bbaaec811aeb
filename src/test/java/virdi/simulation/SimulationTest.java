package virdi.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.simulation.History.Told;

/**
 * Thousands of histories of a broker, each made up from a seed, each checked after every turn against the protocol.
 *
 * <p>{@code -Dvirdi.sim.seeds=N} tells how many, {@code -Dvirdi.sim.seed=S} replays the one of that seed.
 */
class SimulationTest {
    private static final long SEEDS = Long.getLong("virdi.sim.seeds", 1_500);
    private static final int SEEDS_TO_FIND_A_FLAW = 200;
    /** A flawed transport misses every so many of what it hears. */
    private static final int RARELY = 5;

    @Test
    void noHistoryBreaksALaw() {
        Long only = Long.getLong("virdi.sim.seed");
        LongStream seeds = only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
        seeds.parallel()
                .filter(seed -> History.tell(seed, Flaw.NONE).broken() != null)
                .findFirst()
                .ifPresent(SimulationTest::report);
    }

    private static void report(long seed) {
        Told told = History.tell(seed, Flaw.NONE);
        History shrunk = told.history().shrunk(() -> Flaw.NONE);
        fail(
                "Seed " + seed + " breaks a law: " + told.broken() + "\nThe shortest way there that was found:\n"
                        + shrunk.words() + "     " + shrunk.replay(Flaw.NONE)
                        + "\nReplay with: mvn test -Dtest=SimulationTest -Dvirdi.sim.seed=" + seed,
                told.broken());
    }

    @Test
    void aSeedTellsTheSameHistoryEachTime() {
        assertThat(History.tell(1, Flaw.NONE)).isEqualTo(History.tell(1, Flaw.NONE));
    }

    /** Faults between broker and client: each must be noticed. */
    enum Wrong {
        LOST_UNIT(() -> new Flaw() {
            private int heard;

            @Override
            long delivers(long units) {
                return ++heard % RARELY == 0 ? units - 1 : units;
            }
        }),
        INVENTED_UNIT(() -> new Flaw() {
            private int heard;

            @Override
            long delivers(long units) {
                return ++heard % RARELY == 0 ? units + 1 : units;
            }
        }),
        LOST_REQUEST(() -> new Flaw() {
            private int heard;

            @Override
            boolean requests() {
                return ++heard % RARELY != 0;
            }
        }),
        MISCOUNTED_END(() -> new Flaw() {
            private int heard;

            @Override
            long ends(long units) {
                return ++heard % RARELY == 0 ? units + 1 : units;
            }
        });

        private final Supplier<Flaw> flaw;

        Wrong(Supplier<Flaw> flaw) {
            this.flaw = flaw;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongIsFoundAndShrunk(Wrong wrong) {
        History found = LongStream.range(0, SEEDS_TO_FIND_A_FLAW)
                .mapToObj(seed -> History.tell(seed, wrong.flaw.get()))
                .filter(told -> told.broken() != null)
                .findFirst()
                .orElseThrow()
                .history();
        History shrunk = found.shrunk(wrong.flaw);
        assertThat(shrunk.replay(wrong.flaw.get())).isInstanceOf(LawBroken.class);
        assertThat(shrunk.steps().size()).isLessThanOrEqualTo(found.steps().size());
        assertThat(shrunk.replay(Flaw.NONE)).isNull();
    }
}
