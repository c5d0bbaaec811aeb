package virdi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules about who may use what, each as a sentence. They say what a package may import of this program and of the
 * libraries that belong to one place only. Everything from Java itself is allowed unless a rule forbids it. The rules about
 * sizes and names are in {@link SourceRulesTest}.
 */
final class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("virdi");
    /** Packages of this program, the generated ones of the protocol included. */
    private static final DescribedPredicate<JavaClass> OF_THIS_PROGRAM = resideInAPackage("virdi..");

    @Test
    void modelImportsNothing() {
        arrow("virdi.model..");
    }

    @Test
    void brokerImportsTheModelOnly() {
        arrow("virdi.broker..", "virdi.model..");
    }

    @Test
    void storeImportsTheModelOnly() {
        arrow("virdi.store..", "virdi.model..");
    }

    @Test
    void engineImportsBrokerAndModel() {
        arrow("virdi.engine..", "virdi.broker..", "virdi.model..");
    }

    @Test
    void wireImportsEngineModelAndTheGeneratedProto() {
        arrow("virdi.wire..", "virdi.engine..", "virdi.model..", "virdi.proto..");
    }

    @Test
    void controlImportsEngineAndModel() {
        arrow("virdi.control..", "virdi.engine..", "virdi.model..");
    }

    @Test
    void telemetryImportsEngineAndModel() {
        arrow("virdi.telemetry..", "virdi.engine..", "virdi.model..");
    }

    @Test
    void simImportsTheGeneratedProtoOnly() {
        arrow("virdi.sim..", "virdi.proto..");
    }

    @Test
    void uiImportsTelemetryControlStoreAndModelAndSimOnlyFromTheLab() {
        arrow(
                "virdi.ui.lab..",
                "virdi.ui..",
                "virdi.telemetry..",
                "virdi.control..",
                "virdi.store..",
                "virdi.model..",
                "virdi.sim..");
        classes()
                .that(resideInAPackage("virdi.ui..").and(not(resideInAPackage("virdi.ui.lab.."))))
                .should(importOnlyOfThisProgram(
                        "virdi.ui..", "virdi.telemetry..", "virdi.control..", "virdi.store..", "virdi.model.."))
                .check(PROGRAM);
    }

    @Test
    void nobodyImportsApp() {
        noClasses()
                .that(not(resideInAPackage("virdi.app..")))
                .should()
                .dependOnClassesThat(resideInAPackage("virdi.app.."))
                .check(PROGRAM);
    }

    @Test
    void everyPackageHasItsPlaceInTheHouse() {
        Set<String> known = Set.of(
                "model", "broker", "engine", "wire", "control", "telemetry", "store", "sim", "ui", "app", "proto");

        assertThat(PROGRAM.getPackage("virdi").getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .isSubsetOf(known);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("virdi.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void noFeatureImportsAFeature() {
        String[] shared = {"virdi.ui.kit..", "virdi.ui.sign.."};
        List<String> features = PROGRAM.getPackage("virdi.ui").getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .filter(name -> !Set.of("shell", "kit", "sign").contains(name))
                .toList();

        assertThat(features).isNotEmpty();
        for (String feature : features) {
            noClasses()
                    .that(resideInAPackage("virdi.ui." + feature + ".."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("virdi.ui..")
                            .and(not(resideInAPackage("virdi.ui." + feature + "..")))
                            .and(not(resideInAnyPackage(shared))))
                    .check(PROGRAM);
        }
    }

    /** Each room of the map may import those before it. */
    private static final List<String> ROOMS_OF_THE_MAP =
            List.of("plane", "content", "layout", "scene", "paint", "valve", "render");

    @Test
    void roomsOfTheMapImportOnlyThoseBeforeThem() {
        for (int room = 0; room < ROOMS_OF_THE_MAP.size(); room++) {
            List<String> later = new ArrayList<>(List.of("virdi.ui.map"));
            ROOMS_OF_THE_MAP
                    .subList(room + 1, ROOMS_OF_THE_MAP.size())
                    .forEach(it -> later.add("virdi.ui.map." + it + ".."));
            noClasses()
                    .that(resideInAPackage("virdi.ui.map." + ROOMS_OF_THE_MAP.get(room) + ".."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(later.toArray(String[]::new)))
                    .check(PROGRAM);
        }
    }

    @Test
    void othersKnowOfTheMapOnlyItsViewItsOrderAndItsLayoutRunner() {
        noClasses()
                .that(not(resideInAPackage("virdi.ui.map..")))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("virdi.ui.map..").and(not(named("MapView", "MapOrder", "LayoutRunner"))))
                .check(PROGRAM);
    }

    @Test
    void kitKnowsNoWordOfTheProduct() {
        classes()
                .that(resideInAPackage("virdi.ui.kit.."))
                .should(importOnlyOfThisProgram("virdi.ui.kit.."))
                .check(PROGRAM);
    }

    @Test
    void rulesReadNoClock() {
        noClasses()
                .that(resideInAnyPackage("virdi.model..", "virdi.broker.."))
                .should()
                .callMethodWhere(readsAClock())
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.time..").and(named("Clock", "InstantSource")))
                .check(PROGRAM);
    }

    @Test
    void rulesHaveNoThread() {
        noClasses()
                .that(resideInAnyPackage("virdi.model..", "virdi.broker.."))
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.concurrent..").and(not(named("TimeUnit"))))
                .orShould()
                .dependOnClassesThat(named("Thread", "Runtime", "Timer", "ThreadLocal", "Process")
                        .and(resideInAPackage("java..")))
                .check(PROGRAM);
        noClasses()
                .that(resideInAnyPackage("virdi.model..", "virdi.broker.."))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "waits or notifies",
                        access -> Set.of("wait", "notify", "notifyAll")
                                .contains(access.getTarget().getName())))
                .check(PROGRAM);
    }

    @Test
    void rulesDoNoInputOrOutput() {
        noClasses()
                .that(resideInAnyPackage("virdi.model..", "virdi.broker.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                                .and(not(named("Serializable"))))
                .check(PROGRAM);
    }

    @Test
    void onlyTheEngineCallsTheBroker() {
        noClasses()
                .that(not(resideInAnyPackage("virdi.engine..", "virdi.broker..")))
                .should()
                .dependOnClassesThat(resideInAPackage("virdi.broker.."))
                .check(PROGRAM);
    }

    @Test
    void grpcStaysInWireAndSim() {
        noClasses()
                .that(not(resideInAnyPackage("virdi.wire..", "virdi.sim..", "virdi.proto..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.grpc..", "io.netty..", "com.google.protobuf..", "virdi.proto.."))
                .check(PROGRAM);
    }

    @Test
    void javaFxStaysInUiAndApp() {
        noClasses()
                .that(not(resideInAnyPackage("virdi.ui..", "virdi.app..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx.."))
                .check(PROGRAM);
    }

    @Test
    void programStartsWithoutAnyClassOfJavaFx() {
        noClasses()
                .that(resideInAPackage("virdi.app.."))
                .and()
                .haveSimpleNameNotStartingWith("WindowSession")
                .should()
                .dependOnClassesThat(resideInAPackage("javafx.."))
                .check(PROGRAM);
    }

    @Test
    void viewModelsKnowNoSceneGraph() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx.."))
                .check(PROGRAM);
    }

    @Test
    void platformAndTimersStayInTheShellAndApp() {
        noClasses()
                .that(resideInAPackage("virdi.ui..").and(not(resideInAPackage("virdi.ui.shell.."))))
                .should()
                .dependOnClassesThat(named("Platform", "AnimationTimer").and(resideInAPackage("javafx..")))
                .check(PROGRAM);
    }

    @Test
    void databaseStaysInTheStore() {
        noClasses()
                .that(not(resideInAPackage("virdi.store..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.h2.."))
                .check(PROGRAM);
    }

    @Test
    void unitsAreWidenedInOnePlace() {
        Set<String> widening = Set.of("toUnsignedLong", "toUnsignedString", "parseUnsignedInt");

        noClasses()
                .that(not(resideInAnyPackage("virdi.proto..", "virdi.sim..")))
                .and()
                .doNotHaveFullyQualifiedName("virdi.model.Units")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "widens an int as unsigned",
                        access -> access.getTargetOwner().getFullName().startsWith("java.lang.")
                                && widening.contains(access.getTarget().getName())))
                .check(PROGRAM);
    }

    @Test
    void onlyAppWritesToTheConsoleByItself() {
        noClasses()
                .that(not(resideInAnyPackage("virdi.app..", "virdi.proto..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(PROGRAM);
    }

    @Test
    void onlyAppEndsTheProgram() {
        noClasses()
                .that(not(resideInAPackage("virdi.app..")))
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(PROGRAM);
    }

    private static void arrow(String from, String... to) {
        String[] allowed = Stream.concat(Stream.of(from), Arrays.stream(to)).toArray(String[]::new);
        classes()
                .that(resideInAPackage(from))
                .should(importOnlyOfThisProgram(allowed))
                .allowEmptyShould(from.contains("lab"))
                .check(PROGRAM);
    }

    private static ArchCondition<JavaClass> importOnlyOfThisProgram(String... allowed) {
        DescribedPredicate<JavaClass> forbidden = OF_THIS_PROGRAM.and(not(resideInAnyPackage(allowed)));
        return new ArchCondition<>("import nothing of this program but " + String.join(", ", allowed)) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> forbidden.test(dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> named(String... simpleNames) {
        Set<String> names = Set.of(simpleNames);
        return DescribedPredicate.describe(
                "named " + String.join(" or ", simpleNames), type -> names.contains(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        Set<String> reading = Set.of("nanoTime", "currentTimeMillis", "now");
        return DescribedPredicate.describe(
                "reads a clock",
                access -> reading.contains(access.getTarget().getName())
                        && (access.getTargetOwner().isEquivalentTo(System.class)
                                || access.getTargetOwner().getPackageName().startsWith("java.time")));
    }
}
