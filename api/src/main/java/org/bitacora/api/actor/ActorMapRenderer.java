package org.bitacora.api.actor;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.api.actor.ActorMapResponse.ActorMapEntry;
import org.bitacora.domain.activity.Vocabularies;
import org.bitacora.domain.actor.Actor;
import org.bitacora.http.Labels;
import org.bitacora.http.SvgWriter;

/**
 * Draws the actor map as SVG, after the map of Medellín (cuaderno, Step 2): one box for each front, two in
 * a row, and one for the actors without a front. The number before an actor is that of its sector; the sign
 * after it is the change from the baseline.
 */
final class ActorMapRenderer {

    private static final int WIDTH = 1000;
    private static final int TOP = 70;
    private static final int FRONT_WIDTH = 482;
    private static final int LINE_HEIGHT = 20;
    private static final int HEADER_HEIGHT = 40;
    private static final int MAX_NAME_LENGTH = 46;
    private static final String UNPLACED = "unplaced";

    private final ActorMapResponse map;
    private final Labels labels;
    private final List<FrontBox> fronts = new ArrayList<>();
    private int bottom = TOP;
    private final SvgWriter svgWriter;

    /** A front with its actors, and its rectangle in user units of the image. */
    private record FrontBox(String front, List<ActorMapEntry> actors, int x, int y, int width, int height) {}

    private ActorMapRenderer(ActorMapResponse map, Labels labels) {
        this.map = map;
        this.labels = labels;
        layOut();
        this.svgWriter = new SvgWriter(WIDTH, bottom + 86, labels.language(), labels.get("actor-map.title"));
    }

    /** Returns the map as an SVG document, with texts in the language of the labels. */
    static String render(ActorMapResponse map, Labels labels) {
        return new ActorMapRenderer(map, labels).render();
    }

    private void layOut() {
        var names = new ArrayList<>(Actor.FRONTS);
        map.actors().stream()
                .flatMap(it -> it.fronts().stream())
                .filter(it -> !names.contains(it))
                .distinct()
                .forEach(names::add);
        for (int i = 0; i < names.size(); i += 2) {
            var pair = names.subList(i, Math.min(i + 2, names.size()));
            int most = pair.stream().mapToInt(it -> actorsOn(it).size()).max().orElse(0);
            int height = HEADER_HEIGHT + Math.max(2, most) * LINE_HEIGHT;
            for (int k = 0; k < pair.size(); k++) {
                fronts.add(new FrontBox(
                        pair.get(k), actorsOn(pair.get(k)), 12 + k * (FRONT_WIDTH + 12), bottom, FRONT_WIDTH, height));
            }
            bottom += height + 12;
        }
        var others = map.actors().stream().filter(it -> it.fronts().isEmpty()).toList();
        if (!others.isEmpty()) {
            int height = HEADER_HEIGHT + (others.size() + 1) / 2 * LINE_HEIGHT;
            fronts.add(new FrontBox(UNPLACED, others, 12, bottom, WIDTH - 24, height));
            bottom += height + 12;
        }
    }

    private List<ActorMapEntry> actorsOn(String front) {
        return map.actors().stream().filter(it -> it.fronts().contains(front)).toList();
    }

    private String render() {
        svgWriter.writeText(labels.get("actor-map.title"), 24, 30, 20, "font-weight", "600");
        var period = map.period() == null ? "" : ", " + map.period();
        svgWriter.writeText(map.name() + period, 24, 52, 13, "fill", "#444");
        fronts.forEach(this::drawFront);
        drawLegend();
        return svgWriter.finish();
    }

    private void drawFront(FrontBox frontBox) {
        svgWriter.writeRectangle(
                frontBox.x(),
                frontBox.y(),
                frontBox.width(),
                frontBox.height(),
                "fill",
                "#f7f8fa",
                "stroke",
                "#b8bec7");
        svgWriter.writeText(
                labels.of("front", frontBox.front()), frontBox.x() + 14, frontBox.y() + 22, 14, "font-weight", "600");
        boolean two = frontBox.front().equals(UNPLACED);
        for (int i = 0; i < frontBox.actors().size(); i++) {
            int x = frontBox.x() + 14 + (two ? i % 2 * (FRONT_WIDTH + 12) : 0);
            int y = frontBox.y() + HEADER_HEIGHT + (two ? i / 2 : i) * LINE_HEIGHT + 4;
            drawActor(frontBox.actors().get(i), x, y);
        }
    }

    private void drawActor(ActorMapEntry actorMapEntry, int x, int y) {
        boolean silent = actorMapEntry.activities() == 0 || "silent".equals(actorMapEntry.change());
        svgWriter.writeRectangle(
                x, y - 12, 16, 16, "rx", "3", "fill", silent ? "#ffffff" : "#0b5394", "stroke", "#0b5394");
        svgWriter.writeText(
                sectorNumber(actorMapEntry),
                x + 8,
                y,
                11,
                "text-anchor",
                "middle",
                "fill",
                silent ? "#0b5394" : "#ffffff");
        var name = actorMapEntry.name().length() > MAX_NAME_LENGTH
                ? actorMapEntry.name().substring(0, MAX_NAME_LENGTH) + "…"
                : actorMapEntry.name();
        var line = name
                + (actorMapEntry.activities() > 0 ? " · " + actorMapEntry.activities() : "")
                + changeSign(actorMapEntry);
        svgWriter.writeText(line, x + 24, y, 12.5, "font-style", actorMapEntry.registered() ? "normal" : "italic");
    }

    private static String sectorNumber(ActorMapEntry actorMapEntry) {
        int index = actorMapEntry.sector() == null ? -1 : Vocabularies.SECTOR.indexOf(actorMapEntry.sector());
        return index < 0 ? "?" : Integer.toString(index + 1);
    }

    private static String changeSign(ActorMapEntry actorMapEntry) {
        return switch (actorMapEntry.change()) {
            case "new" -> "  +";
            case "grew" -> "  ▲";
            case "fell" -> "  ▽";
            case "silent" -> "  ○";
            case null, default -> "";
        };
    }

    private void drawLegend() {
        int x = 24;
        int y = bottom + 16;
        for (int i = 0; i < Vocabularies.SECTOR.size(); i++) {
            var word = (i + 1) + " " + labels.of("sector", Vocabularies.SECTOR.get(i));
            if (x + word.length() * 7 > WIDTH - 24) {
                x = 24;
                y += 18;
            }
            svgWriter.writeText(word, x, y, 12);
            x += 22 + word.length() * 7;
        }
        y += 20;
        svgWriter.writeText(labels.get("actor-map.signs"), 24, y, 12);
        var asOf = labels.get("map.asof") + " " + map.asOf().position() + ". Bitácora.";
        svgWriter.writeText(asOf, 24, y + 20, 11.5, "fill", "#444");
    }
}
