package virdi.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is given the program is told of everybody whose work is in it, and under which licence. */
final class ThirdPartyTest {
    /** The program's libraries, as another plugin lists them than the one that makes the list. */
    private static final Path RUNTIME = Path.of("target", "runtime-classpath");

    private static final Path TEXTS = Path.of("src/main/resources/virdi/ui/about/licences");

    /** .../io/grpc/grpc-api/1.85.1/grpc-api-1.85.1.jar */
    private static final Pattern JAR = Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    @Test
    void everyLibraryThatTheProgramRunsWithIsListedAndNoOther() throws IOException {
        Set<String> libraries = Stream.of(Files.readString(RUNTIME).strip().split(File.pathSeparator))
                .map(ThirdPartyTest::coordinates)
                .collect(Collectors.toSet());
        List<String> listed = ThirdParty.works().stream()
                .filter(ThirdPartyWork::isLibrary)
                .map(work -> work.name() + ":" + work.version())
                .toList();

        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(libraries);
        assertThat(listed).anyMatch(it -> it.startsWith("io.netty:")).noneMatch(it -> it.contains("junit"));
    }

    @Test
    void everyLicenceIsThereInFullAndNoneIsForNothing() throws IOException {
        List<ThirdPartyWork> works = ThirdParty.works();

        assertThat(works)
                .allSatisfy(work -> assertThat(ThirdParty.licence(work)).hasSizeGreaterThan(1_000));
        try (Stream<Path> texts = Files.list(TEXTS)) {
            assertThat(texts.map(it -> "licences/" + it.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            works.stream().map(ThirdPartyWork::textFile).collect(Collectors.toSet()));
        }
    }

    @Test
    void licencesThatAskForItRepeatWhoseTheyAre() {
        Set<String> asking = Set.of("MIT", "BSD-3-Clause", "OFL-1.1");

        assertThat(ThirdParty.works())
                .filteredOn(work -> asking.contains(work.licence()))
                .hasSizeGreaterThan(6)
                .allSatisfy(work -> assertThat(ThirdParty.licence(work)).containsPattern("Copyright (©|\\(c\\)|2008)"));
    }

    @Test
    void whatIsNoLibraryIsListedToo() {
        assertThat(ThirdParty.works())
                .filteredOn(work -> !work.isLibrary())
                .extracting(ThirdPartyWork::name)
                .containsExactly("Feather icons", "IBM Plex Sans", "OpenJDK");
    }

    @Test
    void theProgramsOwnLicenceAndNoticesGoWithIt() {
        assertThat(ownResource("META-INF/LICENSE")).contains("Apache License", "END OF TERMS AND CONDITIONS");
        assertThat(ownResource("META-INF/NOTICE")).startsWith("Virdi Console\nCopyright");
    }

    private static String coordinates(String jar) {
        Matcher parts = JAR.matcher(jar.replace(File.separatorChar, '/'));
        assertThat(parts.matches()).as("%s is in a repository", jar).isTrue();
        return parts.group(1).replace('/', '.') + ":" + parts.group(2) + ":" + parts.group(3);
    }

    private static String ownResource(String name) {
        try {
            return Files.readString(Path.of("target", "classes").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
