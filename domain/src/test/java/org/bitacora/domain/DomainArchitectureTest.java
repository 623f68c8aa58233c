package org.bitacora.domain;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DomainArchitectureTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.bitacora.domain");

    @Test
    void theDomainDependsOnNothingButJavaAndItself() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.bitacora.domain..")
                .check(DOMAIN);
    }

    @Test
    void slicesAreFreeOfCycles() {
        slices().matching("org.bitacora.domain.(*)..").should().beFreeOfCycles().check(DOMAIN);
    }

    @Test
    void theDomainReadsNoClock() {
        noClasses()
                .should()
                .accessTargetWhere(target(nameMatching("now|currentTimeMillis|nanoTime|systemDefault")))
                .check(DOMAIN);
    }

    @Test
    void theDomainHasNoInputOutputOrRandomness() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.System")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.util.random..")
                .check(DOMAIN);
    }
}
