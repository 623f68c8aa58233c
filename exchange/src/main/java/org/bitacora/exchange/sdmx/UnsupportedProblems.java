package org.bitacora.exchange.sdmx;

import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** The problems 501 of parts of the standard that this service does not support. */
final class UnsupportedProblems {

    private UnsupportedProblems() {}

    static ProblemException parameter(String name, Detail detail) {
        return of(Pointer.ROOT.child("query").child(name), detail);
    }

    static ProblemException path(String name, Detail detail) {
        return of(Pointer.ROOT.child("path").child(name), detail);
    }

    private static ProblemException of(Pointer where, Detail detail) {
        return ProblemException.of(Problem.of(501, "not-offered", detail, List.of(new Violation(where, detail))));
    }
}
