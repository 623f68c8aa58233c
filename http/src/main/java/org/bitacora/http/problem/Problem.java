package org.bitacora.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457).
 *
 * @param type a stable identifier of the kind of problem
 * @param title the standard phrase of the status
 * @param status the HTTP status
 * @param detail the explanation of this occurrence
 * @param errors the violations, with their locations
 * @param traceId identifies this response, also in the log of the server
 */
@Schema(description = "What went wrong (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
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

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int MAX_LENGTH = 1_000;

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Precondition failed"),
            Map.entry(413, "Content too large"),
            Map.entry(414, "URI too long"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Unprocessable content"),
            Map.entry(500, "Internal server error"),
            Map.entry(501, "Not implemented"),
            Map.entry(503, "Service unavailable"));

    /**
     * One violation.
     *
     * @param pointer a JSON Pointer to the location in the request
     * @param detail the explanation of the violation
     */
    @Schema(name = "ProblemError", description = "One place that is wrong")
    public record ProblemError(
            @Schema(examples = "/data/quantities/volunteers")
            String pointer,

            @Schema(examples = "Expected a number from 0 to below 10^15.")
            String detail) {
        static ProblemError of(Violation violation) {
            return new ProblemError(cut(violation.pointer().value()), cut(violation.detail()));
        }
    }

    /** Returns a problem with the standard title of its status. */
    public static Problem of(int status, String type, String detail, List<Violation> violations) {
        var errors = violations.stream().map(ProblemError::of).toList();
        var title = TITLES.getOrDefault(status, "Request failed");
        return new Problem("urn:bitacora:problem:" + type, title, status, cut(detail), errors, null);
    }

    /** Truncates a detail, because details quote the request, which may be long. */
    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    /** Returns the problem that corresponds to a refusal. */
    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unreadable it -> of(400, "unreadable", it.detail(), it.violations());
            case Refusal.Invalid it -> of(422, "invalid", it.detail(), it.violations());
            case Refusal.UnknownTerritory it -> of(422, "unknown-territory", it.detail(), it.violations());
            case Refusal.Conflict it -> of(409, "conflict", it.detail(), it.violations());
            case Refusal.NotOwner it -> of(403, "not-owner", it.detail(), it.violations());
            case Refusal.Forbidden it -> of(403, "forbidden", it.detail(), it.violations());
            case Refusal.TooLarge it -> of(413, "too-large", it.detail(), it.violations());
            case Refusal.InvalidDocument it -> of(422, "invalid", it.detail(), it.violations());
            case Refusal.InvalidParameter it -> of(400, "parameter", it.detail(), List.of(ofParameter(it)));
            case Refusal.NotFound it -> of(404, "not-found", it.detail(), it.violations());
            case Refusal.NotAdopted it -> of(422, "not-adopted", it.detail(), it.violations());
            case Refusal.AlreadyPublished it -> of(409, "published", it.detail(), it.violations());
            case Refusal.ChangedMeanwhile it -> of(412, "changed-meanwhile", it.detail(), it.violations());
            case Refusal.Unavailable it -> of(503, "later", it.detail(), it.violations());
        };
    }

    private static Violation ofParameter(Refusal.InvalidParameter it) {
        return new Violation(Pointer.ROOT.child("query").child(it.parameter()), it.detail());
    }

    public Problem withTraceId(String id) {
        return new Problem(type, title, status, detail, errors, id);
    }
}
