package org.bitacora.exchange.sdmx;

/** Writes a data message, part by part. */
interface DataMessageWriter {

    /** What comes before all parts. */
    String begin();

    /** A part. */
    void write(MessagePart messagePart, StringBuilder out);

    /** What comes after all parts. */
    String end();
}
