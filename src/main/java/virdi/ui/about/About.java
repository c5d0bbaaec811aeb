package virdi.ui.about;

import java.util.List;
import java.util.stream.Collectors;
import virdi.ui.kit.SaveAs;

/**
 * The facts about the program. Immutable; any thread.
 *
 * @param version of the program
 * @param facts versions, the system and folders, for support
 * @param diagnostics writes a zip with everything that helps to find a fault
 */
public record About(String version, List<Fact> facts, SaveAs.Piece diagnostics) {
    /**
     * One fact.
     *
     * @param name such as "Java"
     * @param value such as "25.0.1, Eclipse Adoptium"
     */
    public record Fact(String name, String value) {
        /** All facts, one in each line, for the clipboard. */
        public static String lines(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> fact.name() + ": " + fact.value() + "\n")
                    .collect(Collectors.joining());
        }
    }

    public About {
        facts = List.copyOf(facts);
    }
}
