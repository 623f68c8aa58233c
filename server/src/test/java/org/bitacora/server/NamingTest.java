package org.bitacora.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import io.smallrye.config.ConfigMapping;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the rules of CONTRIBUTING.md, "Names": each role has one form of name, and each name has one meaning. */
class NamingTest {

    /** Allowed names: they end with a noun that looks like a gerund. */
    private static final Pattern NOUN = Pattern.compile(".*(Mapping|Ranking|Grouping|Reading|Warning)");

    /**
     * Variants of a sealed type. They are written with that type: {@code Refusal.Forbidden}, {@code
     * IntakeResult.Appended}.
     */
    private static final DescribedPredicate<JavaClass> VARIANTS = DescribedPredicate.describe(
            "variants of a sealed type",
            type -> type.getEnclosingClass().isPresent()
                    || type.getRawInterfaces().stream()
                            .anyMatch(it -> it.reflect().isSealed()));

    /**
     * Simple names that two types share. Each type is a variant of a sealed type and is always written with that type.
     */
    private static final Set<String> SHARED = Set.of("Duplicate", "Invalid");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.bitacora");

    private static final Pattern GERUND_OR_PARTICIPLE =
            Pattern.compile(".*(ing|Told|Taken|Wanted|Shown|Said|Sent|Seen)");

    @Test
    void noTypeIsNamedByAGerundOrAParticiple() {
        noClasses()
                .that(named())
                .should(haveASimpleName(
                        "that is a gerund or a participle",
                        name -> GERUND_OR_PARTICIPLE.matcher(name).matches()
                                && !NOUN.matcher(name).matches()))
                .check(CLASSES);
    }

    @Test
    void noTopLevelTypeIsNamedByAPastParticiple() {
        noClasses()
                .that(named())
                .and(DescribedPredicate.not(VARIANTS))
                .should(haveASimpleName("that is a past participle", name -> name.matches(".*(?<!Sp)(?<!F)(?<!Se)ed")))
                .check(CLASSES);
    }

    @Test
    void noTypeNameContainsAnEmptyWord() {
        noClasses()
                .that(named())
                .should(haveASimpleName(
                        "with a word that says nothing",
                        name -> name.matches(".*(Impl|Manager|Helper|Utils?|Data|Info)")))
                .check(CLASSES);
    }

    @Test
    void everySimpleNameIsUnique() {
        var types = new TreeMap<String, Set<String>>();
        for (var type : CLASSES) {
            if (named().test(type) && !type.getSimpleName().equals("package-info")) {
                types.computeIfAbsent(type.getSimpleName(), _ -> new TreeSet<>())
                        .add(type.getName());
            }
        }
        types.keySet().removeAll(SHARED);
        types.values().removeIf(it -> it.size() < 2);
        assertThat(types).isEmpty();
    }

    @Test
    void endpointsAreNamedResource() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(CLASSES);
    }

    @Test
    void configurationIsNamedConfiguration() {
        classes()
                .that()
                .areAnnotatedWith(ConfigMapping.class)
                .should()
                .haveSimpleNameEndingWith("Configuration")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "Resource, http api channels exchange",
        "Request, http api channels exchange",
        "Response, http api channels exchange",
        "Message, channels exchange",
        "Service, application",
        "Repository, projections application channels exchange",
        "Sql, eventlog projections channels",
    })
    void aSuffixIsUsedInItsModulesOnly(String suffix, String modules) {
        var packages = Pattern.compile(" ")
                .splitAsStream(modules)
                .map(it -> "org.bitacora." + it + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .haveSimpleNameEndingWith(suffix)
                .should()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> named() {
        return DescribedPredicate.describe(
                "with a name",
                type -> !type.isAnonymousClass()
                        && !type.isArray()
                        && !type.getSimpleName().isEmpty());
    }

    private static ArchCondition<JavaClass> haveASimpleName(String description, Predicate<String> names) {
        return ArchCondition.from(DescribedPredicate.describe(
                "have a simple name " + description, type -> names.test(type.getSimpleName())));
    }
}
