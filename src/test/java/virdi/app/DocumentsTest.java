package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import virdi.app.process.ProgramVersion;
import virdi.app.settings.Options;
import virdi.app.settings.SettingKey;
import virdi.app.settings.Settings;

/** Links, options and settings in the documents exist. */
final class DocumentsTest {
    private static final Path HERE = Path.of("");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]+`");
    private static final Pattern OPTION_ROW = Pattern.compile("(?m)^\\| `(--[^|]+) \\|");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
    private static final Pattern SETTING =
            Pattern.compile("`((?:server|resources|consumers|requests|clients|data)\\.[a-z.-]+)(?:=[^`]*)?`");

    @Test
    void everyLinkAndPictureIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (String link : all(LINK, withoutCode(document))) {
                if (!link.contains("://") && !leadsSomewhere(document, link)) {
                    broken.add(document + " points at " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPictureIsShownSomewhere() throws IOException {
        Set<Path> shown = new TreeSet<>();
        for (Path document : documents()) {
            for (String link : all(LINK, withoutCode(document))) {
                shown.add(beside(document, link));
            }
        }
        assertThat(files(Path.of("assets", "screenshots"), ".png")).isSubsetOf(shown);
    }

    @Test
    void theReadmeListsTheOptionsOfTheCommandLine() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String row : all(OPTION_ROW, Files.readString(Path.of("README.md")))) {
            listed.addAll(all(OPTION, row));
        }
        Set<String> known = new TreeSet<>();
        new Options().parser().getCommandSpec().options().forEach(it -> known.addAll(List.of(it.names())));

        assertThat(listed).isEqualTo(known);
    }

    @Test
    void everySettingThatIsNamedIsOne() throws IOException {
        Set<String> known = Settings.KEYS.stream().map(SettingKey::name).collect(Collectors.toSet());
        for (Path document : documents()) {
            assertThat(known)
                    .as("settings that %s names", document)
                    .containsAll(all(SETTING, Files.readString(document)));
        }
    }

    @Test
    void theNewestChangesAreThoseOfThisVersion() throws IOException {
        List<String> versions =
                all(Pattern.compile("(?m)^## \\[([^\\]]+)]"), Files.readString(Path.of("CHANGELOG.md")));
        assertThat(versions).contains(ProgramVersion.number());
    }

    private static boolean leadsSomewhere(Path document, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : beside(document, parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
    }

    /** The names by which headings can be linked to. */
    private static Set<String> anchors(String document) {
        return all(HEADING, document).stream()
                .map(it -> it.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Path beside(Path document, String link) {
        return document.resolveSibling(link.split("#", 2)[0]).normalize();
    }

    private static String withoutCode(Path document) throws IOException {
        return CODE.matcher(Files.readString(document)).replaceAll("");
    }

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> top = Files.list(HERE)) {
            top.filter(it -> it.toString().endsWith(".md")).map(Path::normalize).forEach(found::add);
        }
        found.addAll(files(Path.of("docs"), ".md"));
        return found;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(it -> it.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All matches of a pattern: its first group, or the whole match if it has none. */
    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            found.add(match.groupCount() == 0 ? match.group() : match.group(1));
        }
        return found;
    }
}
