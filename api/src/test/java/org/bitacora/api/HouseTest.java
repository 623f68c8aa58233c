package org.bitacora.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The whole house: dependencies go one way, and figures are computed where they belong. */
@AnalyzeClasses(packages = "org.bitacora", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("domain")
            .definedBy("org.bitacora.domain..")
            .layer("eventlog")
            .definedBy("org.bitacora.eventlog..")
            .layer("projections")
            .definedBy("org.bitacora.projections..")
            .layer("api")
            .definedBy("org.bitacora.api..")
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("projections")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("eventlog")
            .mayOnlyBeAccessedByLayers("projections", "api");

    @ArchTest
    static final ArchRule RESOURCES_ASK_THE_READ_MODELS = noClasses()
            .that()
            .resideInAnyPackage("org.bitacora.api.indicator..", "org.bitacora.api.activity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "java.sql..");

    @ArchTest
    static final ArchRule THE_EMBEDDED_DATABASE_NEEDS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("org.bitacora.api.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..");
}
