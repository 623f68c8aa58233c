package org.bitacora.http;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A picture in SVG, written element by element; what people wrote is escaped. Lengths are in units of the picture. */
public final class SvgWriter {

    private static final String FONT = "system-ui, 'DejaVu Sans', sans-serif";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private interface XmlOperation {
        void run() throws XMLStreamException;
    }

    /** Begins a picture of that size; the title is what it is called by those who cannot see it. */
    public SvgWriter(int width, int height, String language, String title) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        startElement("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + width + " " + height);
        writeAttributes("preserveAspectRatio", "xMidYMin meet"); // at the top of a page, not in its middle
        writeAttributes("role", "img", "font-family", FONT, "fill", "#1b1b1b", "lang", language);
        writeTitle(title);
    }

    /** Ends it: the picture as text. */
    public String finish() {
        endElement();
        unchecked(xml::close);
        return text.toString();
    }

    /** Begins an element, with attributes: names and values in turn. */
    public void startElement(String element, String... namesAndValues) {
        unchecked(() -> xml.writeStartElement(element));
        writeAttributes(namesAndValues);
    }

    /** An element without content. */
    public void emptyElement(String element, String... namesAndValues) {
        unchecked(() -> xml.writeEmptyElement(element));
        writeAttributes(namesAndValues);
    }

    /** More attributes of the element that was begun last. */
    public void writeAttributes(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var name = namesAndValues[i];
            var value = namesAndValues[i + 1];
            unchecked(() -> xml.writeAttribute(name, value));
        }
    }

    /** Ends the element that was begun last. */
    public void endElement() {
        unchecked(xml::writeEndElement);
    }

    /** What the element that was begun last is called. */
    public void writeTitle(String title) {
        startElement("title");
        unchecked(() -> xml.writeCharacters(title));
        endElement();
    }

    /** A line of text, from its left end on its base line. */
    public void writeText(String line, int x, int y, double size, String... more) {
        startElement("text", "x", Integer.toString(x), "y", Integer.toString(y), "font-size", Double.toString(size));
        writeAttributes(more);
        unchecked(() -> xml.writeCharacters(line));
        endElement();
    }

    /** A rectangle by its upper left corner. */
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
