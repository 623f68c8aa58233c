package org.bitacora.api.strategy;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The built-in rubrics. */
@Path("/v1/rubrics")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
public class RubricResource {

    private final Rubrics rubrics;

    RubricResource(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    /** A rubric, in the language of the request. */
    @Schema(
            name = "RubricResponse",
            description = "A scale for judgements; each level describes what can" + " be observed at it")
    public record RubricResponse(
            @Schema(examples = "trust") String code,
            @Schema(examples = "Confianza construida") String name,
            List<RubricLevelResponse> levels) {
        static RubricResponse of(Rubrics.RubricDefinition rubricDefinition, Locale language) {
            var levels = new ArrayList<RubricLevelResponse>();
            for (var rubricLevel : rubricDefinition.levels()) {
                levels.add(new RubricLevelResponse(
                        levels.size() + 1,
                        rubricLevel.name().forLanguage(language),
                        rubricLevel.description().forLanguage(language)));
            }
            return new RubricResponse(
                    rubricDefinition.code(), rubricDefinition.name().forLanguage(language), levels);
        }
    }

    /** A level of a rubric. The lowest level is 1. */
    @Schema(name = "RubricLevel", description = "A level of a rubric; the lowest level is 1")
    public record RubricLevelResponse(
            @Schema(examples = "3") int level,
            @Schema(examples = "Confianza") String name,
            String description) {}

    /** Lists the rubrics. */
    @GET
    @Operation(
            operationId = "listRubrics",
            summary = "List the rubrics",
            description = "Lists the built-in rubrics, by which objectives can be assessed, with a description"
                    + " of what can be observed at each level. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The rubrics",
            content = @Content(schema = @Schema(ref = "RubricPageResponse")))
    public PageResponse<RubricResponse> list(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new ReadRequest(request, Set.of()).language();
        return PageResponse.singlePage(rubrics.all().stream()
                .map(it -> RubricResponse.of(it, language))
                .toList());
    }
}
