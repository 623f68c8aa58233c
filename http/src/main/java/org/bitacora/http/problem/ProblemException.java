package org.bitacora.http.problem;

import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/** Ends a request with a problem as the response. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail().english(), null, false, false);
        this.problem = problem;
    }

    /** Returns the exception for a problem. */
    public static ProblemException of(Problem problem) {
        return new ProblemException(problem);
    }

    /** Returns the exception for the problem that corresponds to a refusal. */
    public static ProblemException of(Refusal refusal) {
        return new ProblemException(Problem.of(refusal));
    }

    /** Returns a problem 404: the resource does not exist, or the caller may not see it. */
    public static ProblemException notFound(Detail detail) {
        return of(new Refusal.NotFound(detail));
    }

    /** Returns a problem 400: a parameter of the request has an invalid value. */
    public static ProblemException invalidParameter(String name, Detail detail) {
        return of(new Refusal.InvalidParameter(name, detail));
    }

    /** Returns a problem 400: a header of the request has an invalid value. */
    public static ProblemException invalidHeader(String name, Detail detail) {
        var violation = new Violation(Pointer.ROOT.child("header").child(name), detail);
        return of(Problem.of(400, "header", detail, List.of(violation)));
    }

    /** Returns a problem 422: a value in the body is invalid. */
    public static ProblemException invalid(String pointer, Detail detail) {
        return of(new Refusal.InvalidDocument(pointer, detail));
    }

    /** Returns a problem 401: the request has no valid key. */
    public static ProblemException unauthorised() {
        return of(Problem.of(
                401,
                "unauthorised",
                Detail.of("Missing or invalid key. Expected the header `Authorization: Bearer KEY`."),
                List.of()));
    }

    /** Returns a problem 403: the key does not have the necessary permission. */
    public static ProblemException forbidden(Detail detail) {
        return of(new Refusal.Forbidden(detail));
    }

    /** Returns a problem 503: the request may succeed shortly afterwards. */
    public static ProblemException unavailable(Detail detail) {
        return of(new Refusal.Unavailable(detail));
    }

    public Problem problem() {
        return problem;
    }
}
