package org.bitacora.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.postgres.PostgresLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the dependencies: modules depend on each other in one direction only, and the packages of a module have no
 * cycles.
 */
class ArchitectureTest {

    private static final String ROOT = "org.bitacora.";

    /** The modules that each module may depend on, besides itself. */
    private static final Map<String, List<String>> MODULES = Map.of(
            "domain", List.of(),
            "eventlog", List.of("domain"),
            "projections", List.of("domain", "eventlog"),
            "application", List.of("domain", "eventlog", "projections"),
            "http", List.of("domain", "eventlog", "projections", "application"),
            "api", List.of("domain", "eventlog", "projections", "application", "http"),
            "channels", List.of("domain", "eventlog", "projections", "application", "http"),
            "exchange", List.of("domain", "eventlog", "projections", "application", "http"),
            "server",
                    List.of("domain", "eventlog", "projections", "application", "http", "api", "channels", "exchange"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT.substring(0, ROOT.length() - 1));

    private static final List<String> CORE_MODULES =
            List.of("domain", "eventlog", "projections", "application", "http");

    /** Methods with boolean parameters that are called only with variables, whose names explain the value. */
    private static final Set<String> PASSED_ON_BOOLEANS =
            Set.of("BackgroundThrottle.pauseAfterWork", "MeasureOperands.queriesOf");

    private static String packagesOf(String module) {
        return ROOT + module + "..";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "eventlog",
                "projections",
                "application",
                "http",
                "api",
                "channels",
                "exchange",
                "server"
            })
    void aModuleDependsOnlyOnTheModulesBelowIt(String module) {
        var allowed = Stream.concat(Stream.of(module), MODULES.getOrDefault(module, List.of()).stream())
                .map(ArchitectureTest::packagesOf)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(packagesOf(module))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(ROOT + "."))
                        .or(JavaClass.Predicates.resideInAnyPackage(allowed)))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "eventlog",
                "projections",
                "application",
                "http",
                "api",
                "channels",
                "exchange",
                "server"
            })
    void noPackagesOfAModuleDependOnEachOtherInACycle(String module) {
        slices().assignedFrom(new PackagesOf(module))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".")
                .should()
                .resideInAnyPackage(MODULES.keySet().stream()
                        .map(ArchitectureTest::packagesOf)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void useCasesDoNotUseHttp() {
        noClasses()
                .that()
                .resideInAPackage(packagesOf("application"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.jboss.resteasy..",
                        "io.quarkus.vertx.http..",
                        "io.vertx.core.http..",
                        "io.netty..",
                        "org.eclipse.microprofile.openapi..",
                        "org.bitacora.http..")
                .check(CLASSES);
    }

    @Test
    void useCasesRefuseWithRefusalsNotProblems() {
        noClasses()
                .that()
                .resideInAPackage(packagesOf("application"))
                .should()
                .haveSimpleNameContaining("Problem")
                .check(CLASSES);
    }

    /** There is one write path: every appended event was validated and decided on by the intake. */
    @Test
    void onlyTheIntakeAppendsToTheLog() {
        noClasses()
                .that()
                .areNotAssignableTo(EventLog.class)
                .and()
                .areNotAssignableTo(IntakeService.class)
                .and(areNotNestedIn(IntakeService.class))
                .should()
                .accessTargetWhere(isMethodOf(EventLog.class, "append"))
                .check(CLASSES);
    }

    /**
     * Only an archive import restores entries without the intake, because the intake of the exporting installation
     * accepted them.
     */
    @Test
    void onlyTheImportOfArchivesRestoresALog() {
        noClasses()
                .that()
                .areNotAssignableTo(EventLog.class)
                .and()
                .resideOutsideOfPackage(packagesOf("exchange.archive"))
                .should()
                .accessTargetWhere(isMethodOf(EventLog.class, "restore"))
                .check(CLASSES);
    }

    /** Other modules use the log only through its interface. */
    @Test
    void onlyTheLogWritesItsRows() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packagesOf("eventlog"))
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "server.wiring.BeanProducers")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PostgresLog.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> isMethodOf(Class<?> owner, String name) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + name,
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && access.getTarget().getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> areNotNestedIn(Class<?> outer) {
        return DescribedPredicate.describe("are not nested in " + outer.getSimpleName(), type -> !type.getName()
                .startsWith(outer.getName() + "$"));
    }

    /**
     * The day of an instant depends on the time zone of the territory, so only the calendar of the territory determines
     * it.
     */
    @Test
    void onlyTerritoryCalendarConvertsInstantsToDates() {
        var makesDate = Stream.of(
                        List.of("java.time.LocalDate", "now"),
                        List.of("java.time.LocalDate", "ofInstant"),
                        List.of("java.time.LocalDate", "atStartOfDay"),
                        List.of("java.time.LocalDateTime", "now"),
                        List.of("java.time.LocalDateTime", "ofInstant"),
                        List.of("java.time.Year", "now"),
                        List.of("java.time.YearMonth", "now"),
                        List.of("java.time.ZonedDateTime", "now"),
                        List.of("java.time.OffsetDateTime", "now"),
                        List.of("java.time.Instant", "atZone"))
                .collect(Collectors.toSet());
        noClasses()
                .that()
                .doNotBelongToAnyOf(TerritoryCalendar.class)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "makes a date of an instant",
                        call -> makesDate.contains(List.of(
                                call.getTargetOwner().getName(),
                                call.getTarget().getName()))))
                .check(CLASSES);
    }

    /** A literal boolean argument does not show its meaning at the call; enums or two methods do. */
    @Test
    void publicMethodsTakeNoBooleans() {
        var taking = CLASSES.stream()
                .filter(it -> CORE_MODULES.stream()
                        .anyMatch(module -> it.getPackageName().startsWith(ROOT + module)))
                .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(it -> it.getMethods().stream())
                .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC)
                        && !it.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(it -> it.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(boolean.class)))
                .map(it -> it.getOwner().getSimpleName() + "." + it.getName())
                .collect(Collectors.toSet());
        assertThat(taking).isSubsetOf(PASSED_ON_BOOLEANS);
    }

    @Test
    void noResourceIsInjected() {
        var resources = CanBeAnnotated.Predicates.annotatedWith(Path.class).<JavaClass>forSubtype();
        fields().should().notHaveRawType(resources).check(CLASSES);
        noCodeUnits()
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "that contain a resource", types -> types.stream().anyMatch(resources)))
                .check(CLASSES);
    }

    @Test
    void interfacesReadThroughTheProjections() {
        noClasses()
                .that()
                .resideInAPackage(packagesOf("api"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.sqlclient..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void theEmbeddedServersDoNotDependOnAFramework() {
        noClasses()
                .that()
                .resideInAPackage(packagesOf("server.embedded"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..")
                .check(CLASSES);
    }

    /** The packages of a module as slices, each with its own name. */
    private record PackagesOf(String module) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return (javaClass.getPackageName() + ".").startsWith(ROOT + module + ".")
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages of " + module;
        }
    }
}
