package org.bitacora.exchange.sdmx;

/** Writes a data message, part by part. */
interface Writer {

    /** What comes before all parts. */
    String begin();

    /** A part. */
    void write(Part part, StringBuilder out);

    /** What comes after all parts. */
    String end();
}
