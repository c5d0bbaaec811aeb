package virdi.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.InitialState;

/**
 * The steps from the start of a broker on.
 *
 * @param steps in their order
 */
record History(BrokerSettings settings, InitialState opening, List<Step> steps) {
    /** How many steps a history has that breaks no law. */
    private static final int STEPS = 120;
    /** A history in which very much happens by itself ends early. */
    private static final int MOST_TURNS = 1_500;

    /**
     * A history and the law that its last step broke.
     *
     * @param broken null when all held
     * @param turns how many turns the broker took
     */
    record Told(History history, @Nullable RuntimeException broken, int turns) {}

    /** Makes a history up from a seed, and checks it as it goes. */
    static Told tell(long seed, Flaw flaw) {
        Storyteller storyteller = new Storyteller(seed);
        BrokerSettings settings = storyteller.settings();
        InitialState opening = storyteller.opening(settings);
        List<Step> steps = new ArrayList<>();
        History history = new History(settings, opening, steps);
        try {
            World world = new World(settings, opening, flaw);
            while (steps.size() < STEPS && world.turns() < MOST_TURNS) {
                Step step = storyteller.next(world);
                steps.add(step);
                world.take(step);
            }
            return new Told(history, null, world.turns());
        } catch (RuntimeException broken) {
            return new Told(history, broken, 0);
        }
    }

    /** Lets it happen again; null when no law is broken. */
    @Nullable
    RuntimeException replay(Flaw flaw) {
        try {
            World world = new World(settings, opening, flaw);
            steps.forEach(world::take);
            return null;
        } catch (RuntimeException broken) {
            return broken;
        }
    }

    /** A part of it that breaks a law as well, and of which no step can be left out. */
    History shrunk(java.util.function.Supplier<Flaw> flaw) {
        List<Step> kept = new ArrayList<>(steps);
        for (int size = Math.max(1, kept.size() / 2); size > 0; size /= 2) {
            for (int from = kept.size() - size; from >= 0; from -= size) {
                List<Step> fewer = new ArrayList<>(kept);
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                if (new History(settings, opening, fewer).replay(flaw.get()) != null) {
                    kept = fewer;
                }
                from = Math.min(from, kept.size());
            }
        }
        return new History(settings, opening, List.copyOf(kept));
    }

    /** To be read by people. */
    String words() {
        StringBuilder words = new StringBuilder();
        words.append(settings).append('\n').append(opening).append('\n');
        for (int i = 0; i < steps.size(); i++) {
            words.append("%3d. %s%n".formatted(i + 1, steps.get(i)));
        }
        return words.toString();
    }
}
