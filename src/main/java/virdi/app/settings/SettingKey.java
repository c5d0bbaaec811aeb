package virdi.app.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting, for the file and the command line. Any thread.
 *
 * @param name the name in the file: "resources.capacity"
 * @param defaultText the default value; empty for none
 * @param expected a description of valid values, to end "expected …"
 * @param meaning the effect, for the help and the manual
 * @param secret whether messages must not contain the value
 * @param reader parses a value; returns empty for an invalid one
 */
public record SettingKey<T>(
        String name,
        String defaultText,
        String expected,
        String meaning,
        boolean secret,
        Function<String, Optional<T>> reader) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h)");
    /** No setting needs more than a day, and very long times would overflow somewhere. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

    public static SettingKey<Long> number(String name, long defaultValue, long least, long most, String meaning) {
        return new SettingKey<>(
                name,
                Long.toString(defaultValue),
                "a whole number from " + least + " to " + most,
                meaning,
                false,
                text -> Optional.of(text)
                        .filter(digits -> WHOLE.matcher(digits).matches())
                        .map(Long::parseLong)
                        .filter(number -> number >= least && number <= most));
    }

    static SettingKey<Duration> duration(String name, Duration defaultValue, Duration least, String meaning) {
        return duration(name, defaultValue, least, "a duration", duration -> true, meaning);
    }

    static SettingKey<Duration> wholeSeconds(String name, Duration defaultValue, String meaning) {
        return duration(
                name,
                defaultValue,
                Duration.ofSeconds(1),
                "a duration in whole seconds",
                duration -> duration.toNanosPart() == 0,
                meaning);
    }

    private static SettingKey<Duration> duration(
            String name,
            Duration defaultValue,
            Duration least,
            String what,
            Predicate<Duration> allowed,
            String meaning) {
        return new SettingKey<>(
                name,
                text(defaultValue),
                what + " from " + text(least) + " to " + text(LONGEST) + ", such as 10s or 5min",
                meaning,
                false,
                text -> readDuration(text)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0)
                        .filter(allowed));
    }

    static SettingKey<Boolean> choice(
            String name, boolean defaultValue, String whenTrue, String whenFalse, String meaning) {
        Map<String, Boolean> words = Map.of(whenTrue, true, whenFalse, false);
        return new SettingKey<>(
                name,
                defaultValue ? whenTrue : whenFalse,
                "\"" + whenTrue + "\" or \"" + whenFalse + "\"",
                meaning,
                false,
                text -> Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT))));
    }

    public static SettingKey<String> text(String name, String defaultValue, String expected, String meaning) {
        return new SettingKey<>(
                name,
                defaultValue,
                expected,
                meaning,
                false,
                text -> given(text).filter(value -> !value.isBlank()));
    }

    /** A text that no message contains. */
    public static SettingKey<String> secret(String name, String meaning) {
        return new SettingKey<>(
                name,
                "",
                "printable ASCII characters without spaces",
                meaning,
                true,
                text -> given(text).filter(value -> PRINTABLE.matcher(value).matches()));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text);
    }

    /** A duration in the largest unit that divides it: "5min". */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0 || millis % 1_000 != 0) {
            return millis + "ms";
        }
        if (millis % 60_000 != 0) {
            return millis / 1_000 + "s";
        }
        return millis % 3_600_000 == 0 ? millis / 3_600_000 + "h" : millis / 60_000 + "min";
    }

    private static Optional<Duration> readDuration(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "min" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }
}
