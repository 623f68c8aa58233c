package org.bitacora.api.publication;

import java.io.StringWriter;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds in the Atom format (RFC 4287). */
final class AtomFeedWriter {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private static final Pattern INVALID_XML_CHARACTERS =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;

    private AtomFeedWriter(XMLStreamWriter out) {
        this.out = out;
    }

    static String render(FeedResponse feed, String id, String self) {
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new AtomFeedWriter(out).write(feed, id, self);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(FeedResponse feed, String id, String self) throws XMLStreamException {
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
        for (var feedItem : feed.items()) {
            write(feedItem);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    /** Replaces characters that XML 1.0 does not allow (section 2.2) by U+FFFD. */
    private static String replaceInvalidCharacters(String text) {
        return INVALID_XML_CHARACTERS.matcher(text).replaceAll("\uFFFD");
    }

    private static Instant updated(FeedResponse feed) {
        return feed.items().stream()
                .map(FeedResponse.FeedItem::published)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private void write(FeedResponse.FeedItem feedItem) throws XMLStreamException {
        out.writeStartElement("entry");
        element("id", feedItem.id());
        element("title", feedItem.title());
        element("published", feedItem.published().toString());
        element("updated", feedItem.published().toString());
        link("alternate", feedItem.url());
        for (var tag : feedItem.tags()) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", replaceInvalidCharacters(tag));
        }
        element("summary", feedItem.text());
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(replaceInvalidCharacters(text));
        out.writeEndElement();
    }

    private void link(String relation, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", replaceInvalidCharacters(href));
    }
}
