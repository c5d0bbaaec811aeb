package virdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules in docs/protocol.md name tests that exist, and the code cites headings of that page that exist. */
final class ProtocolDocumentTest {
    private static final Path PAGE = Path.of("docs", "protocol.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern RULE = Pattern.compile("(?m)^- .*(?:\n {2}.*)*");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Test)\\.([A-Za-z]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CITATION = Pattern.compile("docs/protocol\\.md: ([A-Za-z ]+(?:, [A-Za-z ]+)*)\\.");

    @Test
    void everyRuleNamesTheTestThatKeepsIt() throws IOException {
        List<String> rules =
                RULE.matcher(page()).results().map(MatchResult::group).toList();
        assertThat(rules)
                .isNotEmpty()
                .allMatch(rule ->
                        rule.startsWith("- Not yet") || TEST.matcher(rule).find());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        assertThat(TEST.matcher(page()).results()).isNotEmpty().allMatch(it -> exists(it.group(1), it.group(2)));
    }

    @Test
    void everyHeadingThatIsCitedExists() throws IOException {
        List<String> headings =
                HEADING.matcher(page()).results().map(it -> it.group(1)).toList();
        List<String> cited = sources(".java").stream()
                .map(ProtocolDocumentTest::text)
                .flatMap(source -> CITATION.matcher(source).results())
                .flatMap(it -> Arrays.stream(it.group(1).split(", ")))
                .toList();
        assertThat(cited).isNotEmpty();
        assertThat(headings).containsAll(cited);
    }

    private static boolean exists(String simpleName, String method) {
        return sources("/" + simpleName + ".java").stream()
                .map(ProtocolDocumentTest::text)
                .anyMatch(source -> source.contains("void " + method + "("));
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(String ending) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(it -> it.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
