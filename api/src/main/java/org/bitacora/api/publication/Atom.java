package org.bitacora.api.publication;

import java.io.StringWriter;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as Atom (RFC 4287). */
final class Atom {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private static final Pattern NOT_HELD =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;

    private Atom(XMLStreamWriter out) {
        this.out = out;
    }

    static String text(FeedShown feed, String id, String self) {
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Atom(out).write(feed, id, self);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(FeedShown feed, String id, String self) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeAttribute("xml:lang", feed.language());
        element("id", id);
        element("title", feed.title());
        element("updated", updated(feed).toString());
        out.writeStartElement("author");
        element("name", "Bitácora");
        out.writeEndElement();
        link("self", self);
        link("alternate", feed.home());
        for (var item : feed.items()) {
            write(item);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    /** What no XML 1.0 can hold (its section 2.2) is replaced, as where text is decoded. */
    private static String held(String text) {
        return NOT_HELD.matcher(text).replaceAll("\uFFFD");
    }

    private static Instant updated(FeedShown feed) {
        return feed.items().stream()
                .map(FeedShown.Item::published)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private void write(FeedShown.Item item) throws XMLStreamException {
        out.writeStartElement("entry");
        element("id", item.id());
        element("title", item.title());
        element("published", item.published().toString());
        element("updated", item.published().toString());
        link("alternate", item.url());
        for (var tag : item.tags()) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", held(tag));
        }
        element("summary", item.text());
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(held(text));
        out.writeEndElement();
    }

    private void link(String relation, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", held(href));
    }
}
