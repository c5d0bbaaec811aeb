package virdi.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting that a user may give, in a file or on the command line.
 *
 * @param name as it is written: "resources.capacity"
 * @param defaultText its value when nobody gives one; empty for none
 * @param expected what a value must be, to end "expected …"
 * @param meaning what it does, for the help and the manual
 * @param secret whether no message may repeat its value
 * @param reader reads a value; empty when the text is not what was expected
 */
record SettingKey<T>(
        String name,
        String defaultText,
        String expected,
        String meaning,
        boolean secret,
        Function<String, Optional<T>> reader) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h)");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

    static SettingKey<Long> number(String name, long defaultValue, long least, long most, String meaning) {
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
        return new SettingKey<>(
                name,
                text(defaultValue),
                "a duration of " + text(least) + " or more, such as 100ms, 10s or 5min",
                meaning,
                false,
                text -> readDuration(text).filter(duration -> duration.compareTo(least) >= 0));
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

    static SettingKey<String> text(String name, String defaultValue, String expected, String meaning) {
        return new SettingKey<>(
                name,
                defaultValue,
                expected,
                meaning,
                false,
                text -> given(text).filter(value -> !value.isBlank()));
    }

    /** A text that no message repeats. */
    static SettingKey<String> secret(String name, String meaning) {
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

    /** A duration as people write it: in the largest unit that divides it. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0 || millis % 1_000 != 0) {
            return millis + "ms";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + "min" : millis / 1_000 + "s";
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
