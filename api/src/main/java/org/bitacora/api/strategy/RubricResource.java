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
import org.bitacora.application.request.Ask;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.http.Items;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rubrics that come with the application, to judge by. */
@Path("/v1/rubrics")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
public class RubricResource {

    private final Rubrics rubrics;

    RubricResource(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    /** A rubric. */
    @Schema(name = "Rubric", description = "A judgement on a scale: each level says what is seen at it")
    public record RubricShown(
            @Schema(examples = "trust") String code,
            @Schema(examples = "Confianza construida") String name,
            List<LevelShown> levels) {
        static RubricShown of(Rubrics.Rubric rubric, Locale language) {
            var levels = new ArrayList<LevelShown>();
            for (var level : rubric.levels()) {
                levels.add(new LevelShown(
                        levels.size() + 1,
                        level.name().in(language),
                        level.description().in(language)));
            }
            return new RubricShown(rubric.code(), rubric.name().in(language), levels);
        }
    }

    /** A level. */
    @Schema(name = "RubricLevel", description = "A level of a rubric")
    public record LevelShown(
            @Schema(examples = "3") int level,
            @Schema(examples = "Confianza") String name,
            String description) {}

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listRubrics",
            summary = "List the rubrics",
            description =
                    "Lists the rubrics that objectives can be judged by, with what is seen at each level; the list comes"
                            + " whole.")
    @APIResponse(
            responseCode = "200",
            description = "The rubrics",
            content = @Content(schema = @Schema(ref = "RubricItems")))
    public Items<RubricShown> list(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new Ask(request, Set.of()).language();
        return Items.whole(
                rubrics.all().stream().map(it -> RubricShown.of(it, language)).toList());
    }
}
