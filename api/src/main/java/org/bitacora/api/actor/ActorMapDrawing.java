package org.bitacora.api.actor;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.api.actor.ActorMapShown.Place;
import org.bitacora.domain.activity.Words;
import org.bitacora.domain.actor.Actor;
import org.bitacora.http.Labels;
import org.bitacora.http.Picture;

/**
 * Draws the map of actors after Medellín's (cuaderno, Step 2): a field for each front, two beside each other, and one for
 * those on none; the number of the sector before each, and a sign for what changed.
 */
final class ActorMapDrawing {

    private static final int WIDTH = 1000;
    private static final int TOP = 70;
    private static final int FIELD = 482;
    private static final int LINE = 20;
    private static final int HEAD = 40;
    private static final int LONGEST = 46;
    private static final String NONE = "unplaced";

    private final ActorMapShown map;
    private final Labels labels;
    private final List<Field> fields = new ArrayList<>();
    private int bottom = TOP;
    private final Picture picture;

    /** A front, those on it, and where it is on the picture. */
    private record Field(String front, List<Place> places, int x, int y, int width, int height) {}

    private ActorMapDrawing(ActorMapShown map, Labels labels) {
        this.map = map;
        this.labels = labels;
        lay();
        this.picture = new Picture(WIDTH, bottom + 86, labels.language(), labels.get("actor-map.title"));
    }

    /** The map, with its words in that language. */
    static String draw(ActorMapShown map, Labels labels) {
        return new ActorMapDrawing(map, labels).draw();
    }

    private void lay() {
        var fronts = new ArrayList<>(Actor.FRONTS);
        map.actors().stream()
                .flatMap(it -> it.fronts().stream())
                .filter(it -> !fronts.contains(it))
                .distinct()
                .forEach(fronts::add);
        for (int i = 0; i < fronts.size(); i += 2) {
            var pair = fronts.subList(i, Math.min(i + 2, fronts.size()));
            int most = pair.stream().mapToInt(it -> on(it).size()).max().orElse(0);
            int height = HEAD + Math.max(2, most) * LINE;
            for (int k = 0; k < pair.size(); k++) {
                fields.add(new Field(pair.get(k), on(pair.get(k)), 12 + k * (FIELD + 12), bottom, FIELD, height));
            }
            bottom += height + 12;
        }
        var others = map.actors().stream().filter(it -> it.fronts().isEmpty()).toList();
        if (!others.isEmpty()) {
            int height = HEAD + (others.size() + 1) / 2 * LINE;
            fields.add(new Field(NONE, others, 12, bottom, WIDTH - 24, height));
            bottom += height + 12;
        }
    }

    private List<Place> on(String front) {
        return map.actors().stream().filter(it -> it.fronts().contains(front)).toList();
    }

    private String draw() {
        picture.write(labels.get("actor-map.title"), 24, 30, 20, "font-weight", "600");
        var period = map.period() == null ? "" : ", " + map.period();
        picture.write(map.name() + period, 24, 52, 13, "fill", "#444");
        fields.forEach(this::field);
        legend();
        return picture.end();
    }

    private void field(Field field) {
        picture.rectangle(field.x(), field.y(), field.width(), field.height(), "fill", "#f7f8fa", "stroke", "#b8bec7");
        picture.write(labels.of("front", field.front()), field.x() + 14, field.y() + 22, 14, "font-weight", "600");
        boolean two = field.front().equals(NONE);
        for (int i = 0; i < field.places().size(); i++) {
            int x = field.x() + 14 + (two ? i % 2 * (FIELD + 12) : 0);
            int y = field.y() + HEAD + (two ? i / 2 : i) * LINE + 4;
            place(field.places().get(i), x, y);
        }
    }

    private void place(Place place, int x, int y) {
        boolean silent = place.activities() == 0 || "silent".equals(place.change());
        picture.rectangle(x, y - 12, 16, 16, "rx", "3", "fill", silent ? "#ffffff" : "#0b5394", "stroke", "#0b5394");
        picture.write(number(place), x + 8, y, 11, "text-anchor", "middle", "fill", silent ? "#0b5394" : "#ffffff");
        var name = place.name().length() > LONGEST ? place.name().substring(0, LONGEST) + "…" : place.name();
        var line = name + (place.activities() > 0 ? " · " + place.activities() : "") + sign(place);
        picture.write(line, x + 24, y, 12.5, "font-style", place.registered() ? "normal" : "italic");
    }

    private static String number(Place place) {
        int index = place.sector() == null ? -1 : Words.SECTOR.indexOf(place.sector());
        return index < 0 ? "?" : Integer.toString(index + 1);
    }

    private static String sign(Place place) {
        return switch (place.change()) {
            case "new" -> "  +";
            case "grew" -> "  ▲";
            case "fell" -> "  ▽";
            case "silent" -> "  ○";
            case null, default -> "";
        };
    }

    private void legend() {
        int x = 24;
        int y = bottom + 16;
        for (int i = 0; i < Words.SECTOR.size(); i++) {
            var word = (i + 1) + " " + labels.of("sector", Words.SECTOR.get(i));
            if (x + word.length() * 7 > WIDTH - 24) {
                x = 24;
                y += 18;
            }
            picture.write(word, x, y, 12);
            x += 22 + word.length() * 7;
        }
        y += 20;
        picture.write(labels.get("actor-map.signs"), 24, y, 12);
        var asOf = labels.get("map.asof") + " " + map.asOf().position() + ". Bitácora.";
        picture.write(asOf, 24, y + 20, 11.5, "fill", "#444");
    }
}
