package virdi.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import virdi.app.process.StartupException;

/**
 * The values of the settings as text, with their origins. A later value replaces an earlier one: first defaults, then the
 * file, then the command line. Main thread only.
 */
public final class SettingValues {
    /**
     * A value with its origin.
     *
     * @param text the value
     * @param origin its place: "virdi.yaml:3", "--set", "--port"
     * @param base the directory that a relative path refers to
     */
    private record Given(String text, String origin, Path base) {}

    /** A key with more wrong letters than this is no suggestion. */
    private static final int FURTHEST_GUESS = 5;

    private final Map<String, Given> given = new LinkedHashMap<>();

    /** Sets a value, and replaces an earlier one. Throws if the name is unknown. */
    public void put(String name, String text, String origin, Path base) throws StartupException {
        if (Settings.KEYS.stream().noneMatch(key -> key.name().equals(name))) {
            throw new StartupException(
                    "\"" + name + "\" (" + origin + ") is not a setting; " + guess(name) + "--help lists them all.");
        }
        given.put(name, new Given(text.strip(), origin, base));
    }

    /** The value of a key or its default; null if it has neither. */
    public <T> @Nullable T find(SettingKey<T> key) throws StartupException {
        Given value = given.get(key.name());
        if (value == null) {
            return key.reader().apply(key.defaultText()).orElse(null);
        }
        Optional<T> read = key.reader().apply(value.text());
        if (read.isEmpty()) {
            throw unexpected(key, value.text());
        }
        return read.get();
    }

    /** The value of a key that has a default. */
    <T> T get(SettingKey<T> key) throws StartupException {
        T value = find(key);
        if (value == null) {
            throw new IllegalStateException(key.name() + " has no default");
        }
        return value;
    }

    /** The value of a key as an absolute path; null if it has none. */
    @Nullable
    Path findPath(SettingKey<String> key) throws StartupException {
        String text = find(key);
        Given value = given.get(key.name());
        if (text == null || value == null) {
            return null;
        }
        try {
            return value.base().resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw unexpected(key, text);
        }
    }

    /** The name of a key with the origin of its value, to begin a sentence. */
    String named(SettingKey<?> key) {
        Given value = given.get(key.name());
        return key.name() + " (" + origin(value) + ")";
    }

    /** A key with its value and the origin of that. Of a secret it says only whether there is one. */
    String describe(SettingKey<?> key) {
        Given value = given.get(key.name());
        String text = value == null ? key.defaultText() : value.text();
        String shown = text.isEmpty() ? "none" : key.secret() ? "given, not shown" : text;
        return key.name() + ": " + shown + " (" + origin(value) + ")";
    }

    /** The values of secret settings. */
    public List<String> secrets() {
        return Settings.KEYS.stream()
                .filter(SettingKey::secret)
                .map(key -> given.get(key.name()))
                .filter(Objects::nonNull)
                .map(Given::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String origin(@Nullable Given value) {
        return value == null ? "default" : value.origin();
    }

    private StartupException unexpected(SettingKey<?> key, String text) {
        String is = key.secret() ? " cannot be used" : " is \"" + text + "\"";
        return new StartupException(named(key) + is + "; expected " + key.expected() + ".");
    }

    private static String guess(String name) {
        List<String> names = Settings.KEYS.stream().map(SettingKey::name).toList();
        return names.stream()
                .filter(known -> distance(name, known) <= FURTHEST_GUESS)
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .map(known -> "did you mean \"" + known + "\"? ")
                .orElse("");
    }

    /** The Levenshtein distance: letters to insert, delete or replace. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
