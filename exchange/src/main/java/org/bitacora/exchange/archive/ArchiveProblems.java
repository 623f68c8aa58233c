package org.bitacora.exchange.archive;

import java.util.List;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** The problems of archive imports. */
final class ArchiveProblems {

    private static final int MISMATCH = 409;
    private static final int UNFIT = 422;

    private ArchiveProblems() {}

    /** Returns the problem 422 of an invalid archive. */
    static ProblemException invalid(String detail) {
        return ProblemException.of(Problem.of(UNFIT, "bad-archive", detail + " Nothing was imported.", List.of()));
    }

    /** Returns the problem 409 of an archive whose log differs from the existing log. */
    static ProblemException conflict(long position) {
        return ProblemException.of(Problem.of(
                MISMATCH,
                "conflict",
                "The existing log and the archive differ at position " + position + ". Nothing was imported.",
                List.of()));
    }
}
