package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.exchange.spreadsheet.file.UnreadableFileException;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** The problems of files that cannot be read. */
final class FileProblems {

    private FileProblems() {}

    /**
     * Converts an exception to the problem 422 of an unreadable file. Rethrows exceptions that the file did not cause.
     */
    static ProblemException problem(IOException e) {
        if (e instanceof UnreadableFileException bad) {
            return invalidFile(bad.reason());
        }
        throw new UncheckedIOException(e);
    }

    /** Returns the problem 422 of an invalid file. */
    static ProblemException invalidFile(Detail detail) {
        return ProblemException.of(
                Problem.of(422, "file", detail, List.of(new Violation(Pointer.ROOT.child("file"), detail))));
    }
}
