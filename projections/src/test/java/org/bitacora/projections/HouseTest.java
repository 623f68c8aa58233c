package org.bitacora.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies go one way: domain, eventlog, projections, api. */
@AnalyzeClasses(packages = "org.bitacora", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule NOTHING_POINTS_BACK = noClasses()
            .that()
            .resideInAPackage("org.bitacora.projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bitacora.api..", "jakarta.ws.rs..", "jakarta.enterprise..");

    @ArchTest
    static final ArchRule SLICES_HAVE_NO_CYCLES =
            slices().matching("org.bitacora.projections.(*)..").should().beFreeOfCycles();
}
