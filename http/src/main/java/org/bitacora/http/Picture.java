package org.bitacora.http;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A picture in SVG, written element by element; what people wrote is escaped. Lengths are in units of the picture. */
public final class Picture {

    private static final String FONT = "system-ui, 'DejaVu Sans', sans-serif";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private interface Step {
        void run() throws XMLStreamException;
    }

    /** Begins a picture of that size; the title is what it is called by those who cannot see it. */
    public Picture(int width, int height, String language, String title) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        begin("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + width + " " + height);
        attributes("preserveAspectRatio", "xMidYMin meet"); // at the top of a page, not in its middle
        attributes("role", "img", "font-family", FONT, "fill", "#1b1b1b", "lang", language);
        titled(title);
    }

    /** Ends it: the picture as text. */
    public String end() {
        close();
        step(xml::close);
        return text.toString();
    }

    /** Begins an element, with attributes: names and values in turn. */
    public void begin(String element, String... namesAndValues) {
        step(() -> xml.writeStartElement(element));
        attributes(namesAndValues);
    }

    /** An element without content. */
    public void empty(String element, String... namesAndValues) {
        step(() -> xml.writeEmptyElement(element));
        attributes(namesAndValues);
    }

    /** More attributes of the element that was begun last. */
    public void attributes(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var name = namesAndValues[i];
            var value = namesAndValues[i + 1];
            step(() -> xml.writeAttribute(name, value));
        }
    }

    /** Ends the element that was begun last. */
    public void close() {
        step(xml::writeEndElement);
    }

    /** What the element that was begun last is called. */
    public void titled(String title) {
        begin("title");
        step(() -> xml.writeCharacters(title));
        close();
    }

    /** A line of text, from its left end on its base line. */
    public void write(String line, int x, int y, double size, String... more) {
        begin("text", "x", Integer.toString(x), "y", Integer.toString(y), "font-size", Double.toString(size));
        attributes(more);
        step(() -> xml.writeCharacters(line));
        close();
    }

    /** A rectangle by its upper left corner. */
    public void rectangle(int x, int y, int width, int height, String... more) {
        empty("rect", "x", Integer.toString(x), "y", Integer.toString(y), "width", Integer.toString(width));
        attributes("height", Integer.toString(height));
        attributes(more);
    }

    private static void step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
