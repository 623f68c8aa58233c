package org.bitacora.http.problem;

import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/**
 * A problem (RFC 9457) before it is written in the language of a response.
 *
 * @param status the HTTP status
 * @param type the kind of problem: the last part of its identifier, for example {@code not-found}
 * @param detail the explanation of this occurrence
 * @param violations the violations; empty if the problem concerns the whole request
 */
public record Problem(int status, String type, Detail detail, List<Violation> violations) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = List.copyOf(violations);
    }

    /** Returns the stable identifier of the kind of problem. */
    public String uri() {
        return "urn:bitacora:problem:" + type;
    }

    /** Returns a problem. */
    public static Problem of(int status, String type, Detail detail, List<Violation> violations) {
        return new Problem(status, type, detail, violations);
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
}
