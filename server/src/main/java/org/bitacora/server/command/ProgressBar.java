package org.bitacora.server.command;

import java.io.PrintStream;

/** A bar that fills up, on a terminal; nothing where the output goes elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean isSeen;
    private boolean isShown;

    ProgressBar(PrintStream out, boolean isSeen) {
        this.out = out;
        this.isSeen = isSeen;
    }

    void show(int done, int total) {
        if (isSeen) {
            isShown = true;
            out.print("\r" + line(done, total));
            out.flush();
        }
    }

    /** Shows it a last time, and goes to the next line. */
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
