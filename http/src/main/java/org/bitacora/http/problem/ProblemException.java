package org.bitacora.http.problem;

import java.util.List;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/** Ends a request with a problem in answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** With that problem. */
    public static ProblemException of(Problem problem) {
        return new ProblemException(problem);
    }

    /** With the problem that a refusal is. */
    public static ProblemException of(Refusal refusal) {
        return new ProblemException(Problem.of(refusal));
    }

    /** There is no such thing, or the caller may not see it. */
    public static ProblemException notFound(String what) {
        return of(new Refusal.NotFound(what));
    }

    /** A parameter of the request has a value that it cannot have. */
    public static ProblemException invalidParameter(String name, String detail) {
        return of(new Refusal.InvalidParameter(name, detail));
    }

    /** A header of the request has a value that it cannot have. */
    public static ProblemException invalidHeader(String name, String detail) {
        var violation = new Violation(Pointer.ROOT.child("header").child(name), detail);
        return of(Problem.of(400, "header", detail, List.of(violation)));
    }

    /** Something in the body breaks a rule. */
    public static ProblemException invalid(String pointer, String detail) {
        return of(new Refusal.InvalidDocument(pointer, detail));
    }

    /** No valid key came with the request. */
    public static ProblemException unauthorised() {
        return of(Problem.of(401, "unauthorised", "Send a valid key: Authorization: Bearer KEY.", List.of()));
    }

    /** The key does not allow it. */
    public static ProblemException forbidden(String detail) {
        return of(new Refusal.Forbidden(detail));
    }

    /** It may work in a moment. */
    public static ProblemException unavailable(String detail) {
        return of(new Refusal.Unavailable(detail));
    }

    public Problem problem() {
        return problem;
    }
}
