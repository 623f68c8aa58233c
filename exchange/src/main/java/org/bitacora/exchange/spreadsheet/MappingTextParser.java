package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.MappingParser;
import org.bitacora.exchange.spreadsheet.mapping.MappingParser.MappingResult;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** Parses the text of a mapping: JSON, or YAML, which is easier to write. */
final class MappingTextParser {

    /** Words are not parsed as booleans: NO is the code of Norway, and N may be the name of a column. */
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());

    private MappingTextParser() {}

    /** Returns the mapping of a text. Throws a problem that lists all faults if it is invalid. */
    static Mapping parse(String text) {
        return fromJson(text.stripLeading().startsWith("{") ? json(text) : yaml(text));
    }

    /** Returns the mapping of JSON data. Throws a problem that lists all faults if it is invalid. */
    static Mapping fromJson(Json.Obj data) {
        return switch (MappingParser.parse(data)) {
            case MappingResult.ValidMapping(var mapping) -> mapping;
            case MappingResult.InvalidMapping(var violations) ->
                throw ProblemException.of(Problem.of(
                        422,
                        "mapping",
                        Detail.of(
                                "The mapping is invalid: {0}",
                                violations.getFirst().detail()),
                        violations.stream().map(MappingTextParser::prefixed).toList()));
        };
    }

    private static Violation prefixed(Violation violation) {
        return new Violation(new Pointer("/mapping" + violation.pointer().value()), violation.detail());
    }

    private static Json.Obj json(String text) {
        return JsonBodyParser.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Json.Obj yaml(String text) {
        try {
            return json(YAML.readTree(text).toString());
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            var message = firstLine(e.getOriginalMessage());
            throw ProblemException.of(Problem.of(
                    400,
                    "unreadable",
                    location == null
                            ? Detail.of("The mapping is not valid JSON or YAML: {0}", message)
                            : Detail.of(
                                    "The mapping is not valid JSON or YAML at line {0}: {1}",
                                    location.getLineNr(), message),
                    List.of()));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
