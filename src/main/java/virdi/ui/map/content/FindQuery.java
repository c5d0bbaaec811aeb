package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;
import virdi.ui.sign.StateText;

/**
 * A search on the map. All words must occur, in any order. The prefixes {@code client:}, {@code resource:}, {@code
 * state:} and {@code kind:} limit a word to one field. Immutable; any thread.
 */
public final class FindQuery {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public static final FindQuery ANYTHING = new FindQuery(List.of());

    private record Term(String field, String word) {}

    private final List<Term> terms;

    private FindQuery(List<Term> terms) {
        this.terms = terms;
    }

    public static FindQuery of(String text) {
        List<Term> terms = new ArrayList<>();
        for (String part : SPACE.split(text.strip().toLowerCase(Locale.ROOT))) {
            int colon = part.indexOf(':');
            String field = colon < 0 ? "" : part.substring(0, colon);
            boolean known = List.of("client", "resource", "state", "kind").contains(field);
            String word = known ? part.substring(colon + 1) : part;
            if (!word.isEmpty()) {
                terms.add(new Term(known ? field : "", word));
            }
        }
        return terms.isEmpty() ? ANYTHING : new FindQuery(terms);
    }

    public boolean isAnything() {
        return terms.isEmpty();
    }

    /** Returns whether at least one stream of the node matches. */
    public boolean matches(MapNode node) {
        for (StreamView stream : node.streams()) {
            if (matches(stream)) {
                return true;
            }
        }
        return terms.isEmpty();
    }

    public boolean matches(StreamView stream) {
        for (Term term : terms) {
            String client = stream.state().peer().client().value();
            String resource = stream.state().resource().value();
            boolean found = switch (term.field()) {
                case "client" -> has(client, term);
                case "resource" -> has(resource, term);
                case "state" -> has(StateText.of(stream), term);
                case "kind" -> has(stream.kind().word(), term);
                default ->
                    has(stream.label(), term)
                            || has(client, term)
                            || has(resource, term)
                            || has(StateText.of(stream), term);
            };
            if (!found) {
                return false;
            }
        }
        return true;
    }

    public boolean matches(ResourceView resource) {
        for (Term term : terms) {
            boolean found = switch (term.field()) {
                case "resource" -> has(resource.id().value(), term);
                case "state" -> has(stateOf(resource), term);
                case "client", "kind" -> false;
                default -> has(resource.id().value(), term) || has(stateOf(resource), term);
            };
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Returns the present state of the tank. A search for "full" must not find a tank that says "full in 2 min". */
    private static String stateOf(ResourceView resource) {
        return switch (resource.tank()) {
            case FULL, EMPTY -> StateText.of(resource);
            case FILLING, DRAINING, STEADY, NO_PRODUCER, NO_CONSUMER ->
                resource.tank().word();
        };
    }

    private static boolean has(String text, Term term) {
        return text.toLowerCase(Locale.ROOT).contains(term.word());
    }
}
