package org.bitacora.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.http.language.DetailRenderer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) in one language.
 *
 * @param type a stable identifier of the kind of problem
 * @param title the standard phrase of the status
 * @param status the HTTP status
 * @param detail the explanation of this occurrence
 * @param errors the violations, with their locations
 * @param traceId identifies this response, also in the log of the server
 */
@Schema(
        name = "Problem",
        description = "Problem details (RFC 9457). The title and the details are in the language of Accept-Language:"
                + " Spanish, Portuguese, or English by default.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemResponse(
        @Schema(examples = "urn:bitacora:problem:invalid", required = true)
        String type,

        @Schema(examples = "Unprocessable content", required = true)
        String title,

        @Schema(examples = "422", required = true) int status,

        @Schema(examples = "Contract violation: Expected a number from 0 to below 10^15.")
        String detail,

        @Nullable List<ProblemError> errors,

        @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736") @Nullable
        String traceId) {

    private static final int MAX_LENGTH = 1_000;

    private static final Map<Integer, Detail> TITLES = Map.ofEntries(
            Map.entry(400, Detail.of("Bad request")),
            Map.entry(401, Detail.of("Unauthorized")),
            Map.entry(403, Detail.of("Forbidden")),
            Map.entry(404, Detail.of("Not found")),
            Map.entry(405, Detail.of("Method not allowed")),
            Map.entry(406, Detail.of("Not acceptable")),
            Map.entry(409, Detail.of("Conflict")),
            Map.entry(412, Detail.of("Precondition failed")),
            Map.entry(413, Detail.of("Content too large")),
            Map.entry(414, Detail.of("URI too long")),
            Map.entry(415, Detail.of("Unsupported media type")),
            Map.entry(422, Detail.of("Unprocessable content")),
            Map.entry(500, Detail.of("Internal server error")),
            Map.entry(501, Detail.of("Not implemented")),
            Map.entry(503, Detail.of("Service unavailable")));

    private static final Detail OTHER_TITLE = Detail.of("Request failed");

    /**
     * One violation.
     *
     * @param pointer a JSON Pointer to the location in the request
     * @param detail the explanation of the violation
     */
    @Schema(name = "ProblemError", description = "A violation and its location in the request")
    public record ProblemError(
            @Schema(examples = "/data/quantities/volunteers")
            String pointer,

            @Schema(examples = "Expected a number from 0 to below 10^15.")
            String detail) {}

    /** Returns a problem in the language of the renderer, with the standard title of its status. */
    public static ProblemResponse of(Problem problem, DetailRenderer detailRenderer) {
        return new ProblemResponse(
                problem.uri(),
                detailRenderer.render(TITLES.getOrDefault(problem.status(), OTHER_TITLE)),
                problem.status(),
                cut(detailRenderer.render(problem.detail())),
                errors(problem.violations(), detailRenderer),
                null);
    }

    /** Returns violations in the language of the renderer. */
    public static List<ProblemError> errors(List<Violation> violations, DetailRenderer detailRenderer) {
        return violations.stream().map(it -> toError(it, detailRenderer)).toList();
    }

    private static ProblemError toError(Violation violation, DetailRenderer detailRenderer) {
        return new ProblemError(cut(violation.pointer().value()), cut(detailRenderer.render(violation.detail())));
    }

    /** Truncates a text, because details quote the request, which may be long. */
    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    /** Returns this problem with the id of the request. */
    ProblemResponse withTraceId(String id) {
        return new ProblemResponse(type, title, status, detail, errors, id);
    }
}
