package virdi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house about sources: names, sizes and what each package says of itself. */
final class SourceRulesTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("virdi");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("virdi");

    private static final int MOST_LINES = 400;

    @Test
    void noNameIsEmpty() {
        String empty = ".*(Manager|Helper|Helpers|Util|Utils|Impl|Utilities)(\\$.*)?";

        noClasses().should().haveNameMatching(empty).check(own(PROGRAM));
        noClasses().should().haveNameMatching(empty).check(TESTS);
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
        Set<String> packages =
                own(PROGRAM).stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages).isNotEmpty().allSatisfy(name -> {
            assertThat(PROGRAM.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as("%s is @NullMarked", name)
                    .isTrue();
            Path info = Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
            assertThat(Files.readString(info))
                    .as("%s says what it may import", name)
                    .containsIgnoringCase("import");
        });
    }

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        for (Path file : javaFiles()) {
            assertThat(Files.readAllLines(file).size()).as("lines of %s", file).isLessThanOrEqualTo(MOST_LINES);
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
                Stream<Path> test = Files.walk(Path.of("src/test/java"))) {
            return Stream.concat(main, test)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    /** The classes that no generator has written. */
    private static JavaClasses own(JavaClasses all) {
        return all.that(not(resideInAPackage("virdi.proto..")));
    }
}
