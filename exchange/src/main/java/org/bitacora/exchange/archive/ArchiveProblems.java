package org.bitacora.exchange.archive;

import java.util.List;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** Why an archive is not taken. */
final class ArchiveProblems {

    private static final int MISMATCH = 409;
    private static final int UNFIT = 422;

    private ArchiveProblems() {}

    /** It is not what an archive is. */
    static ProblemException invalid(String detail) {
        return ProblemException.of(Problem.of(UNFIT, "bad-archive", detail + " Nothing was taken.", List.of()));
    }

    /** The log here went another way. */
    static ProblemException conflict(long position) {
        return ProblemException.of(Problem.of(
                MISMATCH,
                "conflict",
                "The log here holds something else at position " + position + ". Nothing was taken.",
                List.of()));
    }
}
