package org.bitacora.api.strategy;

import org.bitacora.api.strategy.Layout.PlacedBand;
import org.bitacora.api.strategy.Layout.PlacedBox;
import org.bitacora.api.strategy.StrategyMapShown.LinkShown;
import org.bitacora.http.Labels;
import org.bitacora.http.Picture;

/**
 * Draws a strategy's map as SVG that prints well: bands, boxes marked by shape, word and colour, and arrows whose dashes
 * say whether the effect followed.
 */
final class StrategyMapDrawing {

    private static final int LEGEND = 84;

    private final StrategyMapShown map;
    private final Labels labels;
    private final Layout layout;
    private final Picture picture;

    private StrategyMapDrawing(StrategyMapShown map, Labels labels) {
        this.map = map;
        this.labels = labels;
        this.layout = new Layout(map);
        this.picture = new Picture(Layout.WIDTH, layout.bottom() + LEGEND, labels.language(), title());
    }

    /** The map, with its words in that language. */
    static String draw(StrategyMapShown map, Labels labels) {
        return new StrategyMapDrawing(map, labels).draw();
    }

    private String title() {
        return map.name() + ", " + map.period();
    }

    private String draw() {
        arrowhead();
        picture.write(title(), 24, 30, 20, "font-weight", "600");
        picture.write(labels.get("strategy-map.title") + ", " + map.territoryName(), 24, 50, 13, "fill", "#444");
        for (int i = 0; i < layout.bands().size(); i++) {
            band(layout.bands().get(i), i % 2 == 0 ? "#f2f4f7" : "#ffffff");
        }
        map.links().forEach(this::link);
        layout.boxes().forEach(this::box);
        legend();
        return picture.end();
    }

    private void arrowhead() {
        picture.begin("defs");
        picture.begin("marker", "id", "arrow", "viewBox", "0 0 10 10", "refX", "9", "refY", "5", "orient", "auto");
        picture.attributes("markerUnits", "userSpaceOnUse", "markerWidth", "11", "markerHeight", "11");
        picture.empty("path", "d", "M0 0 10 5 0 10z", "fill", "#333");
        picture.close();
        picture.close();
    }

    private void band(PlacedBand placed, String fill) {
        picture.rectangle(12, placed.y(), Layout.WIDTH - 24, placed.height(), "fill", fill, "stroke", "#b8bec7");
        var lines = Layout.lines(placed.band().name(), 14);
        int y = placed.y() + placed.height() / 2 - (lines.size() - 1) * 8 + 5;
        for (var line : lines) {
            picture.write(line, 26, y, 14, "font-weight", "600");
            y += 17;
        }
    }

    private void box(PlacedBox placed) {
        var status = placed.box().together().status();
        picture.begin("g");
        picture.titled(placed.box().name() + ": " + labels.of("status-of-target", status));
        picture.rectangle(placed.x(), placed.y(), Layout.BOX_WIDTH, Layout.BOX_HEIGHT, "rx", "6", "fill", "#ffffff");
        picture.attributes("stroke", colour(status), "stroke-width", "2");
        int y = placed.y() + 19;
        for (var line : Layout.lines(placed.box().name(), 25)) {
            picture.write(line, placed.x() + 10, y, 12.5);
            y += 15;
        }
        int foot = placed.y() + Layout.BOX_HEIGHT - 10;
        mark(status, placed.x() + 10, foot - 9);
        picture.write(labels.of("status-of-target", status), placed.x() + 25, foot, 11.5, "fill", "#333");
        picture.close();
    }

    /** Not by colour alone: a circle is reached, a triangle near, a square far, a ring what cannot be said. */
    private void mark(String status, int x, int y) {
        switch (status) {
            case "green" -> circle(x, y, "5", "fill", colour(status));
            case "amber" ->
                picture.empty("path", "d", "M%d %dl5.5 10h-11z".formatted(x + 5, y), "fill", colour(status));
            case "red" -> picture.rectangle(x, y, 10, 10, "fill", colour(status));
            default -> circle(x, y, "4.2", "fill", "none", "stroke", colour(status), "stroke-width", "1.6");
        }
    }

    private void circle(int x, int y, String radius, String... more) {
        picture.empty("circle", "cx", Integer.toString(x + 5), "cy", Integer.toString(y + 5), "r", radius);
        picture.attributes(more);
    }

    private static String colour(String status) {
        return switch (status) {
            case "green" -> "#1b7837";
            case "amber" -> "#b35806";
            case "red" -> "#a40000";
            default -> "#767676";
        };
    }

    private void link(LinkShown link) {
        layout.box(link.from()).ifPresent(from -> layout.box(link.to()).ifPresent(to -> {
            picture.begin("path", "d", layout.curve(from, to), "marker-end", "url(#arrow)");
            line(link.followed());
            picture.titled(link.hypothesis() + " (" + labels.of("followed", link.followed()) + ")");
            picture.close();
        }));
    }

    private void line(String followed) {
        picture.attributes("fill", "none", "stroke", "#333");
        picture.attributes("stroke-width", followed.equals("followed") ? "2.4" : "1.4");
        switch (followed) {
            case "followed" -> {}
            case "not-followed" -> picture.attributes("stroke-dasharray", "8 5");
            default -> picture.attributes("stroke-dasharray", "2 4");
        }
    }

    private void legend() {
        int y = layout.bottom() + 26;
        int x = 26;
        for (var status : new String[] {"green", "amber", "red", "insufficient"}) {
            mark(status, x, y - 9);
            var word = labels.of("status-of-target", status);
            picture.write(word, x + 16, y, 12);
            x += 46 + word.length() * 7;
        }
        x = 26;
        for (var followed : new String[] {"followed", "not-followed", "unknown"}) {
            picture.empty("path", "d", "M%d %dh34".formatted(x, y + 20), "marker-end", "url(#arrow)");
            line(followed);
            var word = labels.of("followed", followed);
            picture.write(word, x + 42, y + 24, 12);
            x += 72 + word.length() * 7;
        }
        var asOf = labels.get("strategy-map.evidence") + ". " + labels.get("map.asof") + " "
                + map.asOf().position() + ". Bitácora.";
        picture.write(asOf, 26, y + 46, 11.5, "fill", "#444");
    }
}
