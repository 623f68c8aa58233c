package org.bitacora.exchange.archive;

import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** The problems of archive imports. */
final class ArchiveProblems {

    private static final int MISMATCH = 409;
    private static final int UNFIT = 422;

    private ArchiveProblems() {}

    /** Returns the problem 422 of an invalid archive. */
    static ProblemException invalid(Detail detail) {
        return ProblemException.of(
                Problem.of(UNFIT, "bad-archive", Detail.of("{0} Nothing was imported.", detail), List.of()));
    }

    /** Returns the problem 409 of an archive whose log differs from the existing log. */
    static ProblemException conflict(long position) {
        return ProblemException.of(Problem.of(
                MISMATCH,
                "conflict",
                Detail.of("The existing log and the archive differ at position {0}. Nothing was imported.", position),
                List.of()));
    }
}
