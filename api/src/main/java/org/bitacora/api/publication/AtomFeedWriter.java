package org.bitacora.api.publication;

import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bitacora.http.XmlCharacters;

/** Writes feeds in the Atom format (RFC 4287). */
final class AtomFeedWriter {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

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
            out.writeAttribute("term", XmlCharacters.replaceInvalid(tag));
        }
        element("summary", feedItem.text());
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(XmlCharacters.replaceInvalid(text));
        out.writeEndElement();
    }

    private void link(String relation, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", XmlCharacters.replaceInvalid(href));
    }
}
