package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** What senders of files that cannot be read are told. */
final class FileProblems {

    private FileProblems() {}

    /** The problem that a file is; what is not the file's fault goes on. */
    static ProblemException problem(IOException e) {
        if (e instanceof UnreadableFileException bad) {
            return invalidFile(bad.reason());
        }
        throw new UncheckedIOException(e);
    }

    /** A problem with the file. */
    static ProblemException invalidFile(String detail) {
        return ProblemException.of(
                Problem.of(422, "file", detail, List.of(new Violation(Pointer.ROOT.child("file"), detail))));
    }
}
