package org.bitacora.application.request;

import java.util.List;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.event.DomainEvent;
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

    /** A decider refuses a command. */
    public static ProblemException of(Refusal refusal) {
        return refusal instanceof Refusal.Invalid(var violations)
                ? of(Problem.of(422, "invalid", violations.getFirst().detail(), violations))
                : of(Problem.of(refusal));
    }

    /** The events that a command leads to; a problem where it is refused. */
    public static <E extends DomainEvent> List<E> requireEvents(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E>(var events) -> events;
            case Decision.Declined<E>(var refusal) -> throw of(refusal);
        };
    }

    /** There is no such thing, or the caller may not see it. */
    public static ProblemException notFound(String what) {
        return of(Problem.of(404, "not-found", what, List.of()));
    }

    /** A parameter of the request has a value that it cannot have. */
    public static ProblemException invalidParameter(String name, String detail) {
        var violation = new Violation(Pointer.ROOT.child("query").child(name), detail);
        return of(Problem.of(400, "parameter", detail, List.of(violation)));
    }

    /** A header of the request has a value that it cannot have. */
    public static ProblemException invalidHeader(String name, String detail) {
        var violation = new Violation(Pointer.ROOT.child("header").child(name), detail);
        return of(Problem.of(400, "header", detail, List.of(violation)));
    }

    /** Something in the body breaks a rule. */
    public static ProblemException invalid(String pointer, String detail) {
        return of(Problem.of(422, "invalid", detail, List.of(new Violation(new Pointer(pointer), detail))));
    }

    /** No valid key came with the request. */
    public static ProblemException unauthorised() {
        return of(Problem.of(401, "unauthorised", "Send a valid key: Authorization: Bearer KEY.", List.of()));
    }

    /** The key does not allow it. */
    public static ProblemException forbidden(String detail) {
        return of(Problem.of(403, "forbidden", detail, List.of()));
    }

    /** It may work in a moment. */
    public static ProblemException unavailable(String detail) {
        return of(Problem.of(503, "later", detail, List.of()));
    }

    public Problem problem() {
        return problem;
    }
}
