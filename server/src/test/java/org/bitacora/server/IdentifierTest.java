package org.bitacora.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that only the types in {@code domain.identifier} compose, split and validate identifiers. */
class IdentifierTest {

    private static final List<String> MODULES = List.of(
            "domain", "eventlog", "projections", "application", "http", "api", "channels", "exchange", "server");

    private static final Set<String> SUBJECT = Set.of("Subject.java", "SubjectParser.java");

    /** Code that splits a subject or compares parts of it: {@code entry.subject().substring(}. */
    private static final Pattern CUT_SUBJECT =
            Pattern.compile("[sS]ubject(\\(\\))?\\s*\\.(indexOf|lastIndexOf|substring|split|startsWith|endsWith)\\(");

    /** Code that splits any text at a slash: {@code it.split("/", 2)}. */
    private static final Pattern CUT_AT_A_SLASH =
            Pattern.compile("\\.(indexOf|lastIndexOf|split)\\(\\s*(\"/\"|'/')|startsWith\\([^;]*\\+ \"/\"\\)");

    /** The types that split other texts than subjects at slashes. */
    private static final Set<String> OTHER_TEXTS_WITH_SLASHES = Set.of(
            "Period.java", // 2014-01-01/2014-03-31
            "FilterField.java", // country/city
            "Labels.java", // country/city
            "JsonReader.java", // a JSON pointer
            "StepParser.java", // a JSON pointer
            "SdmxMediaType.java", // application/json
            "ReservedAddresses.java", // 10.0.0.0/8
            "WorkbookParts.java", // the paths of the parts of a workbook
            "XlsxRowReader.java"); // the paths of the parts of a workbook

    /**
     * Code that concatenates a territory and a slash: {@code territory + "/"}, but not after {@code "/v1/territories/"
     * +}.
     */
    private static final Pattern JOINED_TERRITORY = Pattern.compile(
            "(?<!\")(?<!\\w|\\.)([\\w.]+(\\(\\))?\\.)*(territory|group)(\\(\\))?(\\.value\\(\\))?\\s*\\+\\s*\"/");

    /** The types that compose other texts than subjects from a territory and a slash. */
    private static final Set<String> OTHER_TEXTS_OF_TERRITORIES = Set.of(
            "ActorSql.java", // the name of an actor in the JSON that a statement gets
            "CatalogGraph.java", // the identifier of a dataset
            "ContributingReport.java", // an entry: territory/position
            "EvidenceLookup.java", // an entry: territory/position
            "ObservationRelayWorker.java", // the key of a record: territory/indicator/period
            "TrainingRun.java"); // the samples of another territory, whose JSON is rewritten

    @Test
    void onlySubjectParsesSubjects() {
        assertThat(filesWith(CUT_SUBJECT, SUBJECT)).isEmpty();
    }

    @Test
    void onlyOtherTextsAreCutAtSlashes() {
        assertThat(filesWith(CUT_AT_A_SLASH, SUBJECT)).isEqualTo(new TreeSet<>(OTHER_TEXTS_WITH_SLASHES));
    }

    @Test
    void onlySubjectJoinsATerritoryAndAName() {
        assertThat(filesWith(JOINED_TERRITORY, SUBJECT)).isEqualTo(new TreeSet<>(OTHER_TEXTS_OF_TERRITORIES));
    }

    @ParameterizedTest
    @CsvSource({
        "TerritoryCode.java, [a-z0-9][a-z0-9-]",
        "ActivityName.java, [A-Za-z0-9._~-]{1",
        "IndicatorCode.java, [a-z0-9]+([.-]",
        "EntityCodes.java, [A-Za-z0-9][A-Za-z0-9._~-]",
    })
    void theFormOfACodeIsDefinedInItsTypeOnly(String type, String form) {
        assertThat(filesWith(Pattern.compile(Pattern.quote(form)), Set.of())).containsExactly(type);
    }

    @Test
    void onlyTerritoryCodeMatchesItsForm() {
        assertThat(filesWith(
                        Pattern.compile("TerritoryCode\\.REGEX[^;]*matche|matche[^;]*TerritoryCode\\.REGEX"), Set.of()))
                .isEmpty();
    }

    private static Set<String> filesWith(Pattern pattern, Set<String> except) {
        var found = new TreeSet<String>();
        for (var module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (var file :
                        (Iterable<Path>) files.filter(it -> it.toString().endsWith(".java"))::iterator) {
                    var name = String.valueOf(file.getFileName());
                    if (!except.contains(name)
                            && pattern.matcher(withoutUrls(Files.readString(file)))
                                    .find()) {
                        found.add(name);
                    }
                }
            } catch (IOException e) {
                throw new AssertionError("The sources of " + module, e);
            }
        }
        return found;
    }

    /** Returns the source without URLs, which also contain a territory followed by a slash. */
    private static String withoutUrls(String source) {
        return source.replaceAll("\"/v1/territories/\"\\s*\\+\\s*[\\w.()]+", "URL");
    }
}
