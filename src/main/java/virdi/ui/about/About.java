package virdi.ui.about;

import java.util.List;
import java.util.stream.Collectors;
import virdi.ui.kit.SaveAs;

/**
 * What the program tells about itself. Immutable; any thread.
 *
 * @param version of the program
 * @param facts what somebody who helps asks first: versions, the system, where things are
 * @param diagnostics writes everything that may help to find out what is wrong, as one zip
 */
public record About(String version, List<Fact> facts, SaveAs.Piece diagnostics) {
    /**
     * One of them.
     *
     * @param name of what is told: "Java"
     * @param value "25.0.1, Eclipse Adoptium"
     */
    public record Fact(String name, String value) {
        /** Facts, a line each, to be pasted into a letter. */
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
