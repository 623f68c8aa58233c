package org.bitacora.exchange.sdmx;

/** Writes a data message part by part. */
interface DataMessageWriter {

    /** The text before all parts. */
    String begin();

    /** Writes a part. */
    void write(MessagePart messagePart, StringBuilder out);

    /** The text after all parts. */
    String end();
}
