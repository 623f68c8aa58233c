package org.bitacora.api.strategy;

import org.bitacora.api.strategy.StrategyMapLayout.ObjectiveBox;
import org.bitacora.api.strategy.StrategyMapLayout.PerspectiveBand;
import org.bitacora.api.strategy.StrategyMapResponse.StrategyMapLink;
import org.bitacora.http.Labels;
import org.bitacora.http.SvgWriter;

/**
 * Draws a strategy map as printable SVG: bands, boxes whose status is marked by shape, word and colour, and
 * arrows whose dashes show whether the effect followed the cause.
 */
final class StrategyMapRenderer {

    private static final int LEGEND = 84;

    private final StrategyMapResponse map;
    private final Labels labels;
    private final StrategyMapLayout strategyMapLayout;
    private final SvgWriter svgWriter;

    private StrategyMapRenderer(StrategyMapResponse map, Labels labels) {
        this.map = map;
        this.labels = labels;
        this.strategyMapLayout = new StrategyMapLayout(map);
        this.svgWriter =
                new SvgWriter(StrategyMapLayout.WIDTH, strategyMapLayout.bottom() + LEGEND, labels.language(), title());
    }

    /** Returns the map as an SVG document, with texts in the language of the labels. */
    static String draw(StrategyMapResponse map, Labels labels) {
        return new StrategyMapRenderer(map, labels).draw();
    }

    private String title() {
        return map.name() + ", " + map.period();
    }

    private String draw() {
        arrowhead();
        svgWriter.writeText(title(), 24, 30, 20, "font-weight", "600");
        svgWriter.writeText(labels.get("strategy-map.title") + ", " + map.territoryName(), 24, 50, 13, "fill", "#444");
        for (int i = 0; i < strategyMapLayout.bands().size(); i++) {
            band(strategyMapLayout.bands().get(i), i % 2 == 0 ? "#f2f4f7" : "#ffffff");
        }
        map.links().forEach(this::link);
        strategyMapLayout.boxes().forEach(this::box);
        legend();
        return svgWriter.finish();
    }

    private void arrowhead() {
        svgWriter.startElement("defs");
        svgWriter.startElement(
                "marker", "id", "arrow", "viewBox", "0 0 10 10", "refX", "9", "refY", "5", "orient", "auto");
        svgWriter.writeAttributes("markerUnits", "userSpaceOnUse", "markerWidth", "11", "markerHeight", "11");
        svgWriter.emptyElement("path", "d", "M0 0 10 5 0 10z", "fill", "#333");
        svgWriter.endElement();
        svgWriter.endElement();
    }

    private void band(PerspectiveBand placed, String fill) {
        svgWriter.writeRectangle(
                12, placed.y(), StrategyMapLayout.WIDTH - 24, placed.height(), "fill", fill, "stroke", "#b8bec7");
        var lines = StrategyMapLayout.wrapText(placed.band().name(), 14);
        int y = placed.y() + placed.height() / 2 - (lines.size() - 1) * 8 + 5;
        for (var line : lines) {
            svgWriter.writeText(line, 26, y, 14, "font-weight", "600");
            y += 17;
        }
    }

    private void box(ObjectiveBox placed) {
        var status = placed.box().rollup().status();
        svgWriter.startElement("g");
        svgWriter.writeTitle(placed.box().name() + ": " + labels.of("status-of-target", status));
        svgWriter.writeRectangle(
                placed.x(),
                placed.y(),
                StrategyMapLayout.BOX_WIDTH,
                StrategyMapLayout.BOX_HEIGHT,
                "rx",
                "6",
                "fill",
                "#ffffff");
        svgWriter.writeAttributes("stroke", colour(status), "stroke-width", "2");
        int y = placed.y() + 19;
        for (var line : StrategyMapLayout.wrapText(placed.box().name(), 25)) {
            svgWriter.writeText(line, placed.x() + 10, y, 12.5);
            y += 15;
        }
        int foot = placed.y() + StrategyMapLayout.BOX_HEIGHT - 10;
        mark(status, placed.x() + 10, foot - 9);
        svgWriter.writeText(labels.of("status-of-target", status), placed.x() + 25, foot, 11.5, "fill", "#333");
        svgWriter.endElement();
    }

    /**
     * Marks a status by shape as well as by colour: green is a circle, amber a triangle, red a square, and
     * any other status a ring.
     */
    private void mark(String status, int x, int y) {
        switch (status) {
            case "green" -> circle(x, y, "5", "fill", colour(status));
            case "amber" ->
                svgWriter.emptyElement("path", "d", "M%d %dl5.5 10h-11z".formatted(x + 5, y), "fill", colour(status));
            case "red" -> svgWriter.writeRectangle(x, y, 10, 10, "fill", colour(status));
            default -> circle(x, y, "4.2", "fill", "none", "stroke", colour(status), "stroke-width", "1.6");
        }
    }

    private void circle(int x, int y, String radius, String... more) {
        svgWriter.emptyElement("circle", "cx", Integer.toString(x + 5), "cy", Integer.toString(y + 5), "r", radius);
        svgWriter.writeAttributes(more);
    }

    private static String colour(String status) {
        return switch (status) {
            case "green" -> "#1b7837";
            case "amber" -> "#b35806";
            case "red" -> "#a40000";
            default -> "#767676";
        };
    }

    private void link(StrategyMapLink link) {
        strategyMapLayout
                .box(link.from())
                .ifPresent(from -> strategyMapLayout.box(link.to()).ifPresent(to -> {
                    svgWriter.startElement(
                            "path", "d", strategyMapLayout.linkPath(from, to), "marker-end", "url(#arrow)");
                    linkStyle(link.followed());
                    svgWriter.writeTitle(link.hypothesis() + " (" + labels.of("followed", link.followed()) + ")");
                    svgWriter.endElement();
                }));
    }

    private void linkStyle(String followed) {
        svgWriter.writeAttributes("fill", "none", "stroke", "#333");
        svgWriter.writeAttributes("stroke-width", followed.equals("followed") ? "2.4" : "1.4");
        switch (followed) {
            case "followed" -> {}
            case "not-followed" -> svgWriter.writeAttributes("stroke-dasharray", "8 5");
            default -> svgWriter.writeAttributes("stroke-dasharray", "2 4");
        }
    }

    private void legend() {
        int y = strategyMapLayout.bottom() + 26;
        int x = 26;
        for (var status : new String[] {"green", "amber", "red", "insufficient"}) {
            mark(status, x, y - 9);
            var word = labels.of("status-of-target", status);
            svgWriter.writeText(word, x + 16, y, 12);
            x += 46 + word.length() * 7;
        }
        x = 26;
        for (var followed : new String[] {"followed", "not-followed", "unknown"}) {
            svgWriter.emptyElement("path", "d", "M%d %dh34".formatted(x, y + 20), "marker-end", "url(#arrow)");
            linkStyle(followed);
            var word = labels.of("followed", followed);
            svgWriter.writeText(word, x + 42, y + 24, 12);
            x += 72 + word.length() * 7;
        }
        var asOf = labels.get("strategy-map.evidence") + ". " + labels.get("map.asof") + " "
                + map.asOf().position() + ". Bitácora.";
        svgWriter.writeText(asOf, 26, y + 46, 11.5, "fill", "#444");
    }
}
