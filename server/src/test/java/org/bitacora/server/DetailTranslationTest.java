package org.bitacora.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that {@code details.yaml} has translations of exactly the templates of problem details in the code. */
class DetailTranslationTest {

    private static final List<String> MODULES = List.of(
            "domain", "eventlog", "projections", "application", "http", "api", "channels", "exchange", "server");

    private static final Path TRANSLATIONS = Path.of("../http/src/main/resources/details.yaml");

    private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";

    /** The template of a detail: one string literal, or several concatenated ones. */
    private static final Pattern TEMPLATE =
            Pattern.compile("(?<![\\w])Detail\\.of\\(\\s*(" + LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*)\\s*[,)]");

    private static final Pattern ANY_DETAIL = Pattern.compile("(?<![\\w])Detail\\.of\\(");
    private static final Pattern NEW_DETAIL = Pattern.compile("new Detail\\(");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void everyTemplateOfTheCodeIsTranslatedAndNoOther() throws IOException {
        var translated = entries().map(entry -> entry.get("en").textValue()).toList();

        assertThat(translated).doesNotHaveDuplicates();
        var templates = templates();
        assertThat(templates)
                .filteredOn(it -> !translated.contains(it))
                .as("not translated")
                .isEmpty();
        assertThat(translated)
                .filteredOn(it -> !templates.contains(it))
                .as("not in the code")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void aTranslationHasThePlaceholdersOfItsTemplate(String language) throws IOException {
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.get(language).textValue()).isNotBlank();
            assertThat(placeholders(entry, language)).isEqualTo(placeholders(entry, "en"));
        });
    }

    /** A template that is computed at run time would have no translation. */
    @Test
    void everyTemplateIsALiteral() throws IOException {
        var computed = new ArrayList<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            if (count(ANY_DETAIL, text) != count(TEMPLATE, text)
                    || count(NEW_DETAIL, text) > (file.endsWith("refusal/Detail.java") ? 1 : 0)) {
                computed.add(file.getFileName().toString());
            }
        }

        assertThat(computed).isEmpty();
    }

    private static Set<String> templates() throws IOException {
        var mapper = new ObjectMapper();
        var templates = new TreeSet<String>();
        for (var file : sources()) {
            for (var found : TEMPLATE.matcher(Files.readString(file)).results().toList()) {
                var template = new StringBuilder();
                for (var literal : Pattern.compile(LITERAL)
                        .matcher(found.group(1))
                        .results()
                        .toList()) {
                    template.append(mapper.readValue(literal.group(), String.class));
                }
                templates.add(template.toString());
            }
        }
        return templates;
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static Set<String> placeholders(JsonNode entry, String language) {
        return PLACEHOLDER
                .matcher(entry.get(language).textValue())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> entries() throws IOException {
        return StreamSupport.stream(
                new YAMLMapper().readTree(TRANSLATIONS.toFile()).spliterator(), false);
    }

    private static List<Path> sources() throws IOException {
        var all = new ArrayList<Path>();
        for (var module : MODULES) {
            try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
                all.addAll(files.filter(it -> it.toString().endsWith(".java")).toList());
            }
        }
        return all;
    }
}
