package virdi.ui.journal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.ui.sign.Tone;

/**
 * Selects events: by topic, problems only, and by words that must all occur.
 * {@code kind:}, {@code client:}, {@code resource:}, {@code consumer:} and {@code status:} search one field; a
 * {@code -} before a word excludes events with it; quotes keep words together. Immutable.
 */
record EventFilter(Set<EventTopic> topics, boolean attentionOnly, String text, List<Predicate<EventRow>> words) {
    private static final Pattern WORD = Pattern.compile("(-?)(?:([a-z]+):)?(?:\"([^\"]*)\"?|(\\S+))");

    /** Everything. */
    static final EventFilter ALL = of(EnumSet.allOf(EventTopic.class), false, "");

    static EventFilter of(Set<EventTopic> topics, boolean attentionOnly, String text) {
        List<Predicate<EventRow>> words = new ArrayList<>();
        Matcher match = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (match.find()) {
            String wanted = match.group(3) != null ? match.group(3) : match.group(4);
            Predicate<EventRow> found = word(match.group(2), wanted);
            words.add(match.group(1).isEmpty() ? found : found.negate());
        }
        return new EventFilter(Set.copyOf(topics), attentionOnly, text, List.copyOf(words));
    }

    /** A gap always passes, so that missing events are never hidden. */
    boolean passes(EventRow row) {
        BrokerEvent event = row.event();
        if (event == null) {
            return true;
        }
        return topics.contains(EventTopic.of(event))
                && (!attentionOnly || asksForAttention(row))
                && words.stream().allMatch(it -> it.test(row));
    }

    private static boolean asksForAttention(EventRow row) {
        return row.sign().tone() == Tone.WARNING || row.sign().tone() == Tone.TROUBLE;
    }

    private static Predicate<EventRow> word(@Nullable String field, String wanted) {
        if (field == null) {
            return row -> contains(row.sentence(), wanted);
        }
        return switch (field) {
            case "kind" ->
                row -> row.event() instanceof BrokerEvent it
                        && (contains(it.kind().name().replace('_', ' '), wanted.replace('_', ' '))
                                || contains(
                                        it.streamKind() == null
                                                ? null
                                                : it.streamKind().word(),
                                        wanted));
            case "client" -> row -> row.event() instanceof BrokerEvent it && contains(it.client(), wanted);
            case "resource" -> row -> row.event() instanceof BrokerEvent it && contains(it.resource(), wanted);
            case "consumer" -> row -> row.event() instanceof BrokerEvent it && contains(it.consumer(), wanted);
            case "status" -> row -> row.event() instanceof BrokerEvent it && contains(it.code(), wanted);
            default -> row -> contains(row.sentence(), field + ":" + wanted);
        };
    }

    private static boolean contains(@Nullable Object text, String wanted) {
        return text != null && text.toString().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
