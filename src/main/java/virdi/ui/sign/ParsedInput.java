package virdi.ui.sign;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading typed text: a value, or a sentence that says what was expected. Never an exception.
 *
 * @param value null when the text is not valid, and when it is blank and means "never"
 * @param problem null when the text is valid
 */
public record ParsedInput<T>(@Nullable T value, @Nullable String problem) {
    // Thousands separators as people paste them: comma, point-less spaces (thin and no-break too), apostrophe,
    // underscore.
    private static final Pattern SEPARATORS = Pattern.compile("(?<=\\d)[,_' \\u00a0\\u2009\\u202f](?=\\d{3})");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})\\s*([kKmMgG]?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})\\s*(s|sec|m|min|h|d)?");
    private static final Duration LONGEST = Duration.ofDays(365);

    public boolean isValid() {
        return problem == null;
    }

    /** The value of a valid entry. */
    public Optional<T> get() {
        return Optional.ofNullable(value);
    }

    /** A whole number in a range; reads {@code 12,400}, {@code 12 400}, {@code 12k} and {@code 60/min} too. */
    public static ParsedInput<Long> number(String text, long least, long most) {
        String typed = text.strip();
        String bare =
                SEPARATORS.matcher(typed.replaceFirst("\\s*/\\s*min$", "")).replaceAll("");
        Matcher match = NUMBER.matcher(bare);
        if (match.matches()) {
            long scale = switch (match.group(2).toLowerCase(Locale.ROOT)) {
                case "k" -> 1_000L;
                case "m" -> 1_000_000L;
                case "g" -> 1_000_000_000L;
                default -> 1L;
            };
            long digits = Long.parseLong(match.group(1));
            if (digits <= most / scale && digits * scale >= least) {
                return new ParsedInput<>(digits * scale, null);
            }
        }
        String got = typed.isEmpty() ? "" : ", not “" + typed + "”";
        return new ParsedInput<>(
                null, String.format(Locale.ROOT, "Expected a whole number from %,d to %,d%s", least, most, got));
    }

    /** A time such as {@code 90 s}, {@code 5 min}, {@code 2 h}; a bare number means minutes, a blank means never. */
    public static ParsedInput<Duration> time(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return new ParsedInput<>(null, null);
        }
        Matcher match = TIME.matcher(typed.toLowerCase(Locale.ROOT));
        if (match.matches()) {
            long count = Long.parseLong(match.group(1));
            String unit = match.group(2) == null ? "min" : match.group(2);
            Duration time = switch (unit.charAt(0)) {
                case 's' -> Duration.ofSeconds(count);
                case 'h' -> Duration.ofHours(count);
                case 'd' -> Duration.ofDays(count);
                default -> Duration.ofMinutes(count);
            };
            if (time.isPositive() && time.compareTo(LONGEST) <= 0) {
                return new ParsedInput<>(time, null);
            }
        }
        return new ParsedInput<>(
                null, "Expected a time such as 90 s, 5 min or 2 h, at most 365 d, not “" + typed + "”");
    }

    /** Some text; the problem names what is missing. */
    public static ParsedInput<String> text(String text, String what) {
        String typed = text.strip();
        return typed.isEmpty() ? new ParsedInput<>(null, "Expected " + what) : new ParsedInput<>(typed, null);
    }
}
