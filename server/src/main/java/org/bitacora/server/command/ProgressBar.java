package org.bitacora.server.command;

import java.io.PrintStream;

/** A progress bar on a terminal; prints nothing if the output is not a terminal. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean isTerminal;
    private boolean isShown;

    ProgressBar(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    void show(int done, int total) {
        if (isTerminal) {
            isShown = true;
            out.print("\r" + line(done, total));
            out.flush();
        }
    }

    /** Prints the final state and ends the line. */
    void finish(int done, int total) {
        if (isShown) {
            show(done, total);
            out.println();
        }
    }

    static String line(int done, int total) {
        int full = total == 0 ? WIDTH : (int) ((long) WIDTH * Math.min(done, total) / total);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + " / " + total;
    }
}
