package org.bitacora.eventlog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "org.bitacora", importOptions = DoNotIncludeTests.class)
class EventLogArchitectureTest {

    private static final String HERE = "org.bitacora.eventlog..";

    @ArchTest
    static final ArchRule theLogDependsOnTheDomainOnly = classes()
            .that()
            .resideInAPackage(HERE)
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.bitacora.."))
                    .or(JavaClass.Predicates.resideInAnyPackage(HERE, "org.bitacora.domain..")));

    @ArchTest
    static final ArchRule theDomainDoesNotDependOnTheLog = noClasses()
            .that()
            .resideInAPackage("org.bitacora.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HERE);

    @ArchTest
    static final ArchRule theLogDoesNotDependOnAnApplicationServer = noClasses()
            .that()
            .resideInAPackage(HERE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "javax.inject..", "org.hibernate..");

    @ArchTest
    static final ArchRule onlyTheJsonPackageDependsOnJackson = noClasses()
            .that()
            .resideInAPackage(HERE)
            .and()
            .resideOutsideOfPackage("org.bitacora.eventlog.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule onlyThePostgresPackageDependsOnTheDatabase = noClasses()
            .that()
            .resideInAPackage(HERE)
            .and()
            .resideOutsideOfPackage("org.bitacora.eventlog.postgres")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "java.sql..", "org.flywaydb..", "org.postgresql..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles();

    private static final class PackageSlices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith("org.bitacora.eventlog")
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages of the log";
        }
    }
}
