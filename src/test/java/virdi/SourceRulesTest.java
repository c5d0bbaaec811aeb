package virdi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules about how large files and packages may be, and about names. The generated code of the protocol is exempt. */
final class SourceRulesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final int MAX_LINES = 400;
    private static final int MAX_FILES = 25;

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("virdi");
    private static final JavaClasses PROGRAM = ALL.that(DescribedPredicate.describe(
            "are written by hand", type -> !type.getPackageName().startsWith("virdi.proto")));
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("virdi");

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        for (Path root : List.of(MAIN, TEST)) {
            for (Path file : javaFiles(root)) {
                assertThat(Files.readAllLines(file).size())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(MAX_LINES);
            }
        }
    }

    @Test
    void noPackageHasMoreThanTwentyFiveFiles() throws IOException {
        Map<String, Long> files = javaFiles(MAIN).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(SourceRulesTest::packageOf, Collectors.counting()));

        assertThat(files)
                .isNotEmpty()
                .allSatisfy((name, count) ->
                        assertThat(count).as("files of %s", name).isLessThanOrEqualTo(MAX_FILES));
    }

    @Test
    void noNameIsEmpty() {
        String empty = ".*(Manager|Helper|Helpers|Util|Utils|Impl|Utilities)(\\$.*)?";

        noClasses().should().haveNameMatching(empty).check(PROGRAM);
        noClasses().should().haveNameMatching(empty).check(TESTS);
    }

    @Test
    void noSimpleNameIsUsedTwice() {
        Map<String, Set<String>> names = PROGRAM.stream()
                .filter(SourceRulesTest::isKnownOutsideItsFile)
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toSet())));

        assertThat(names)
                .isNotEmpty()
                .allSatisfy((name, classes) ->
                        assertThat(classes).as("classes named %s", name).hasSize(1));
    }

    @Test
    void noTestSleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(TESTS);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        Set<String> packages = PROGRAM.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages).isNotEmpty().allSatisfy(name -> {
            assertThat(ALL.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as("%s is @NullMarked", name)
                    .isTrue();
            Path info = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
            assertThat(Files.readString(info))
                    .as("%s says what it may import", name)
                    .containsIgnoringCase("import");
        });
    }

    /** Nobody takes a nested class that is private for another one. */
    private static boolean isKnownOutsideItsFile(JavaClass type) {
        boolean shared = type.isMemberClass() && !type.getModifiers().contains(JavaModifier.PRIVATE);
        return (type.isTopLevelClass() || shared) && !type.getSimpleName().equals("package-info");
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String packageOf(Path file) {
        return MAIN.relativize(file.getParent()).toString().replace(File.separatorChar, '.');
    }
}
