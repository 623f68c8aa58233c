package org.bitacora.api.strategy;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bitacora.api.language.Labels;
import org.bitacora.api.strategy.Layout.PlacedBand;
import org.bitacora.api.strategy.Layout.PlacedBox;
import org.bitacora.api.strategy.StrategyMapShown.LinkShown;

/**
 * Draws a strategy's map as SVG that prints well: bands, boxes marked by shape, word and colour, and arrows whose dashes
 * say whether the effect followed.
 */
final class StrategyMapDrawing {

    private static final String FONT = "system-ui, 'DejaVu Sans', sans-serif";
    private static final int LEGEND = 84;

    private final StrategyMapShown map;
    private final Labels labels;
    private final Layout layout;
    private final XMLStreamWriter xml;

    private StrategyMapDrawing(StrategyMapShown map, Labels labels, XMLStreamWriter xml) {
        this.map = map;
        this.labels = labels;
        this.layout = new Layout(map);
        this.xml = xml;
    }

    /** The map, with its words in that language. */
    static String draw(StrategyMapShown map, Labels labels) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new StrategyMapDrawing(map, labels, xml).draw();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void draw() throws XMLStreamException {
        int height = layout.bottom() + LEGEND;
        begin("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + Layout.WIDTH + " " + height);
        attributes("role", "img", "font-family", FONT, "fill", "#1b1b1b", "lang", labels.language());
        text("title", map.name() + ", " + map.period());
        arrowheads();
        write(map.name() + ", " + map.period(), 24, 30, 20, "font-weight", "600");
        write(labels.get("strategy-map.title") + ", " + map.territoryName(), 24, 50, 13, "fill", "#444");
        for (int i = 0; i < layout.bands().size(); i++) {
            band(layout.bands().get(i), i % 2 == 0 ? "#f2f4f7" : "#ffffff");
        }
        for (var link : map.links()) {
            link(link);
        }
        for (var box : layout.boxes()) {
            box(box);
        }
        legend();
        xml.writeEndElement();
    }

    private void arrowheads() throws XMLStreamException {
        begin("defs");
        begin("marker", "id", "arrow", "viewBox", "0 0 10 10", "refX", "9", "refY", "5");
        attributes("markerUnits", "userSpaceOnUse", "markerWidth", "11", "markerHeight", "11", "orient", "auto");
        empty("path", "d", "M0 0 10 5 0 10z", "fill", "#333");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void band(PlacedBand placed, String fill) throws XMLStreamException {
        empty("rect", "x", "12", "y", number(placed.y()), "width", number(Layout.WIDTH - 24));
        attributes("height", number(placed.height()), "fill", fill, "stroke", "#b8bec7");
        var lines = Layout.lines(placed.band().name(), 14);
        int y = placed.y() + placed.height() / 2 - (lines.size() - 1) * 8 + 5;
        for (var line : lines) {
            write(line, 26, y, 14, "font-weight", "600");
            y += 17;
        }
    }

    private void box(PlacedBox placed) throws XMLStreamException {
        var status = placed.box().together().status();
        begin("g");
        text("title", placed.box().name() + ": " + labels.of("status-of-target", status));
        empty("rect", "x", number(placed.x()), "y", number(placed.y()), "width", number(Layout.BOX_WIDTH));
        attributes("height", number(Layout.BOX_HEIGHT), "rx", "6", "fill", "#ffffff", "stroke", colour(status));
        attributes("stroke-width", "2");
        int y = placed.y() + 19;
        for (var line : Layout.lines(placed.box().name(), 25)) {
            write(line, placed.x() + 10, y, 12.5);
            y += 15;
        }
        int foot = placed.y() + Layout.BOX_HEIGHT - 10;
        mark(status, placed.x() + 10, foot - 9);
        write(labels.of("status-of-target", status), placed.x() + 25, foot, 11.5, "fill", "#333");
        xml.writeEndElement();
    }

    /** Not by colour alone: a circle is reached, a triangle near, a square far, a ring what cannot be said. */
    private void mark(String status, int x, int y) throws XMLStreamException {
        switch (status) {
            case "green" -> empty("circle", "cx", number(x + 5), "cy", number(y + 5), "r", "5");
            case "amber" -> empty("path", "d", "M%d %dl5.5 10h-11z".formatted(x + 5, y));
            case "red" -> empty("rect", "x", number(x), "y", number(y), "width", "10", "height", "10");
            default -> {
                empty("circle", "cx", number(x + 5), "cy", number(y + 5), "r", "4.2", "fill", "none");
                attributes("stroke", colour(status), "stroke-width", "1.6");
                return;
            }
        }
        attributes("fill", colour(status));
    }

    private static String colour(String status) {
        return switch (status) {
            case "green" -> "#1b7837";
            case "amber" -> "#b35806";
            case "red" -> "#a40000";
            default -> "#767676";
        };
    }

    private void link(LinkShown link) throws XMLStreamException {
        var from = layout.box(link.from());
        var to = layout.box(link.to());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        begin("path", "d", layout.curve(from.get(), to.get()), "marker-end", "url(#arrow)");
        line(link.followed());
        text("title", link.hypothesis() + " (" + labels.of("followed", link.followed()) + ")");
        xml.writeEndElement();
    }

    private void line(String followed) throws XMLStreamException {
        attributes("fill", "none", "stroke", "#333", "stroke-width", followed.equals("followed") ? "2.4" : "1.4");
        switch (followed) {
            case "followed" -> {}
            case "not-followed" -> attributes("stroke-dasharray", "8 5");
            default -> attributes("stroke-dasharray", "2 4");
        }
    }

    private void legend() throws XMLStreamException {
        int y = layout.bottom() + 26;
        int x = 26;
        for (var status : new String[] {"green", "amber", "red", "insufficient"}) {
            mark(status, x, y - 9);
            var word = labels.of("status-of-target", status);
            write(word, x + 16, y, 12);
            x += 46 + word.length() * 7;
        }
        x = 26;
        for (var followed : new String[] {"followed", "not-followed", "unknown"}) {
            empty("path", "d", "M%d %dh34".formatted(x, y + 20), "marker-end", "url(#arrow)");
            line(followed);
            var word = labels.of("followed", followed);
            write(word, x + 42, y + 24, 12);
            x += 72 + word.length() * 7;
        }
        write(
                labels.get("strategy-map.evidence") + ". " + labels.get("map.asof") + " "
                        + map.asOf().position() + ". Bitácora.",
                26,
                y + 46,
                11.5,
                "fill",
                "#444");
    }

    private void write(String content, int x, int y, double size, String... more) throws XMLStreamException {
        begin("text", "x", number(x), "y", number(y), "font-size", Double.toString(size));
        attributes(more);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private void text(String element, String content) throws XMLStreamException {
        begin(element);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private void begin(String element, String... namesAndValues) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(namesAndValues);
    }

    private void empty(String element, String... namesAndValues) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(namesAndValues);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String number(int number) {
        return Integer.toString(number);
    }
}
