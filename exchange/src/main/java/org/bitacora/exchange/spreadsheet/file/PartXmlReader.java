package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a part, element by element. Names are compared without their namespaces, which differ between
 * transitional and strict workbooks. Document types and external entities are not processed.
 */
final class PartXmlReader implements AutoCloseable {

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final InputStream in;
    private final XMLStreamReader xml;

    PartXmlReader(InputStream in) throws IOException {
        this.in = in;
        try {
            this.xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw toIoException(e);
        }
    }

    private static IOException toIoException(XMLStreamException e) {
        return e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }

    /** Moves to the next start of an element; false at the end. */
    boolean nextElement() throws IOException {
        while (next()) {
            if (xml.isStartElement()) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next event; false at the end. */
    boolean next() throws IOException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            xml.next();
            return true;
        } catch (XMLStreamException e) {
            throw toIoException(e);
        }
    }

    /** Returns whether the current event is the start of an element with this local name. */
    boolean isAt(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    /** Returns whether the current event is the end of an element with this local name. */
    boolean isAfter(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** Returns an attribute of the current element by its local name. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Returns the text of the current element, which has no child elements, and moves to its end. */
    String elementText() throws IOException {
        var text = new StringBuilder();
        try {
            int depth = 1;
            while (depth > 0 && xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text.append(xml.getText());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw toIoException(e);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw toIoException(e);
        } finally {
            in.close();
        }
    }
}
