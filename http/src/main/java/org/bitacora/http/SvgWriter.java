package org.bitacora.http;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an SVG image element by element and escapes texts. Lengths are in user units of the image. */
public final class SvgWriter {

    private static final String FONT = "system-ui, 'DejaVu Sans', sans-serif";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private interface XmlOperation {
        void run() throws XMLStreamException;
    }

    /** Starts an image of the given size; {@code title} is its accessible name. */
    public SvgWriter(int width, int height, String language, String title) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        startElement("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + width + " " + height);
        writeAttributes("preserveAspectRatio", "xMidYMin meet"); // aligned to the top of the page
        writeAttributes("role", "img", "font-family", FONT, "fill", "#1b1b1b", "lang", language);
        writeTitle(title);
    }

    /** Finishes the image and returns it as text. */
    public String finish() {
        endElement();
        unchecked(xml::close);
        return text.toString();
    }

    /** Starts an element with attributes, given as alternating names and values. */
    public void startElement(String element, String... namesAndValues) {
        unchecked(() -> xml.writeStartElement(element));
        writeAttributes(namesAndValues);
    }

    /** Writes an element without content. */
    public void emptyElement(String element, String... namesAndValues) {
        unchecked(() -> xml.writeEmptyElement(element));
        writeAttributes(namesAndValues);
    }

    /** Adds attributes to the element that was started last. */
    public void writeAttributes(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var name = namesAndValues[i];
            var value = namesAndValues[i + 1];
            unchecked(() -> xml.writeAttribute(name, XmlCharacters.replaceInvalid(value)));
        }
    }

    /** Ends the element that was started last. */
    public void endElement() {
        unchecked(xml::writeEndElement);
    }

    /** Writes the title of the element that was started last. */
    public void writeTitle(String title) {
        startElement("title");
        unchecked(() -> xml.writeCharacters(XmlCharacters.replaceInvalid(title)));
        endElement();
    }

    /** Writes a line of text that starts at {@code x} on the baseline {@code y}. */
    public void writeText(String line, int x, int y, double size, String... more) {
        startElement("text", "x", Integer.toString(x), "y", Integer.toString(y), "font-size", Double.toString(size));
        writeAttributes(more);
        unchecked(() -> xml.writeCharacters(XmlCharacters.replaceInvalid(line)));
        endElement();
    }

    /** Writes a rectangle with its upper left corner at {@code x} and {@code y}. */
    public void writeRectangle(int x, int y, int width, int height, String... more) {
        emptyElement("rect", "x", Integer.toString(x), "y", Integer.toString(y), "width", Integer.toString(width));
        writeAttributes("height", Integer.toString(height));
        writeAttributes(more);
    }

    private static void unchecked(XmlOperation xmlOperation) {
        try {
            xmlOperation.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
