package org.bitacora.projections.indicator.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.indicator.FilterField;

/**
 * Random events of a territory, and random queries for its observations, generated from a seed. The vocabulary is small, so
 * that events and filters often concern the same values.
 */
public final class RandomEventHistory {

    private static final List<String> PERIODS = List.of(
            "2014", "2013..2015", "2014-S1", "2014-Q2", "2014-05", "2013/2015", "2014-01..2014-06", "2012-S1..2015-S2");
    private static final List<String> DATES = List.of(
            "2014",
            "2013",
            "2014-05",
            "2014-06",
            "2014-12",
            "2014-05-12",
            "2014-01-01",
            "2014-12-31",
            "2015-02-28",
            "2013-12-31");
    private static final List<String> WORDS = List.of(
            "categories",
            "counterparts",
            "actors",
            "motivation",
            "dimension",
            "themes",
            "sdgs",
            "objectives",
            "quantities",
            "amounts",
            "scale",
            "place",
            "funding",
            "role",
            "start",
            "end",
            "on",
            "joint");

    private final Random random;

    public RandomEventHistory(long seed) {
        random = new Random(seed);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns events as JSON: most are of activities, some of series and actors. */
    public List<String> events(String territory) {
        var events = new ArrayList<String>();
        int count = 8 + random.nextInt(18);
        for (int i = 0; i < count; i++) {
            events.add(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> report(territory, i);
                        case 2 -> actor(territory, i);
                        default -> activity(territory, i, events);
                    });
        }
        return events;
    }

    private String activity(String territory, int number, List<String> before) {
        var types = ActivityEventType.names().stream().toList();
        var type = random.nextInt(3) > 0
                ? "org.bitacora."
                        + one(
                                "visit.received",
                                "agreement.signed",
                                "agreement.ended",
                                "event.held",
                                "alliance.joined",
                                "investment.formalised",
                                "project.started",
                                "exchange.carried-out",
                                "mission.planned")
                : one(types);
        var data = new StringJoiner(", ", "{", "}").add("\"title\": \"t\"");
        if (type.endsWith("assessed")) {
            data.add("\"rubric\": \"trust\", \"level\": " + (1 + random.nextInt(4)));
        } else if (type.endsWith("withdrawn") && type.contains("activity") && number > 0 && random.nextBoolean()) {
            data.add("\"event\": {\"source\": \"urn:life\", \"id\": \"e" + random.nextInt(before.size()) + "\"}");
        } else {
            WORDS.stream().filter(_ -> random.nextInt(3) == 0).forEach(word -> data.add(member(word)));
        }
        return event(territory, "a" + random.nextInt(7), number, type, data.toString());
    }

    private static String event(String territory, String name, int number, String type, String data) {
        return """
                {"specversion": "1.0", "id": "e%d", "source": "urn:life", "type": "%s", "subject": "%s/%s", "data": %s}""".formatted(number, type, territory, name, data);
    }

    private String member(String word) {
        return "\"" + word + "\": "
                + switch (word) {
                    case "categories" -> list("visit-received", "mission-abroad", "agreement-signed", "event-hosted");
                    case "counterparts" ->
                        one(
                                "[{\"name\": \"A\", \"type\": \"company\", \"country\": \"AR\"}]",
                                "[{\"name\": \"B\", \"type\": \"university\", \"country\": \"UY\"}, {\"country\": \"AR\"}]",
                                "[{\"name\": \"A\", \"country\": \"UY\"}, {\"name\": \"C\", \"type\": \"company\"}]");
                    case "actors" ->
                        one(
                                "[{\"actor\": \"smari\", \"sector\": \"local-government\", \"role\": \"host\"}]",
                                "[{\"actor\": \"uni\", \"sector\": \"academic\"}, {\"actor\": \"press\", \"sector\": \"media\", \"role\": \"guest\"}]",
                                "[{\"actor\": \"uni\", \"role\": \"guest\"}, {\"actor\": \"uni\", \"role\": \"host\"}, {\"actor\": \"smari\", \"sector\": \"social\"}]");
                    case "motivation" -> text("planned", "reactive");
                    case "dimension" -> text("economy", "cooperation", "representation");
                    case "themes" -> list("water", "culture", "health");
                    case "sdgs" -> one("[11]", "[11, 17]", "[4]");
                    case "objectives" -> one("[\"o1\"]", "[\"o2\", \"o1\"]", "[]");
                    case "quantities" ->
                        one("{\"volunteers\": 12}", "{\"jobs\": 40, \"volunteers\": 3}", "{\"jobs\": 2.5}");
                    case "amounts" ->
                        one(
                                "[{\"value\": \"1000.50\", \"currency\": \"USD\", \"purpose\": \"cooperation\"}]",
                                "[{\"value\": \"300\", \"currency\": \"BRL\", \"purpose\": \"cooperation\"},"
                                        + " {\"value\": \"7\", \"currency\": \"EUR\"}]",
                                "[{\"value\": \"20\", \"currency\": \"EUR\", \"purpose\": \"cooperation\"}]");
                    case "scale" -> text("small", "large");
                    case "place" -> one("{\"country\": \"BR\", \"city\": \"Salvador\"}", "{\"country\": \"BR\"}");
                    case "funding" -> text("municipal-budget", "cooperation");
                    case "role" -> text("hosted", "abroad");
                    case "joint" -> text("shared");
                    default -> "\"" + (word.equals("end") ? one("2015", "2014-12-31", "2014-06") : one(DATES)) + "\"";
                };
    }

    private String text(String... words) {
        return "\"" + one(words) + "\"";
    }

    private String list(String... words) {
        return random.nextBoolean() ? "[\"" + one(words) + "\"]" : "[\"" + words[0] + "\", \"" + words[1] + "\"]";
    }

    private String actor(String territory, int number) {
        var names = List.of("uni", "press", "smari", "club");
        boolean merged = random.nextInt(3) == 0;
        return event(
                territory,
                "actors/" + one(names),
                number,
                "org.bitacora.actor." + (merged ? "merged" : "registered"),
                merged
                        ? "{\"other\": \"" + one(names) + "\"}"
                        : "{\"name\": \"Somebody\", \"sector\": " + text("academic", "media", "local-government")
                                + "}");
    }

    private String report(String territory, int number) {
        var series = one(
                "budget-total",
                "budget-international",
                "population",
                "tourists",
                "exports",
                "plan-projects",
                "companies",
                "companies-abroad",
                "students-abroad",
                "exchange-rate.BRL.USD",
                "exchange-rate.USD.EUR");
        var unit =
                switch (series) {
                    case "budget-total", "budget-international" -> one("BRL", "BRL", "BRL", "USD");
                    case "exports" -> "USD";
                    case "plan-projects" -> "projects";
                    case "companies", "companies-abroad" -> "companies";
                    case "population", "tourists", "students-abroad" -> "persons";
                    default -> "rate";
                };
        var data = """
                {"period": "%s", "value": %s, "unit": "%s", "status": "%s", "revision": %d}""".formatted(
                        one("2014", "2014", "2013", "2014-S1", "2014-S2", "2014-05", "2014-06", "2014-Q1"),
                        random.nextInt(9) == 0 ? "null" : one("0", "3", "12.5", "1000", "\"0.25\""),
                        unit,
                        one("final", "provisional"),
                        random.nextInt(2));
        return event(territory, series, number, "org.bitacora.measure.reported", data);
    }

    /** Returns the periods of a query. */
    public String period() {
        return one(PERIODS);
    }

    /** Returns the groupings of a query: none, one or two. */
    public List<String> by() {
        var words = List.of(
                "kind",
                "category",
                "country",
                "month",
                "quarter",
                "half",
                "year",
                "theme",
                "actor",
                "actorRole",
                "sector",
                "place",
                "counterpartType",
                "sdg",
                "aligned",
                "motivation",
                "source");
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> List.of(one(words), one(words));
            default -> List.of(one(words));
        };
    }

    /** Returns a field and a value for a filter, or an empty list. */
    public List<String> filter() {
        return switch (random.nextInt(10)) {
            case 0 -> List.of(FilterField.COUNTRY.word(), "AR");
            case 1 -> List.of(FilterField.COUNTERPART_TYPE.word(), one("company", "university"));
            case 2 -> List.of(FilterField.SECTOR.word(), one("academic", "media"));
            case 3 -> List.of(FilterField.THEME.word(), "water");
            case 4 -> List.of(FilterField.ALIGNED.word(), one("true", "false"));
            case 5 -> List.of(FilterField.PLACE.word(), one("BR", "BR/Salvador", "BR/"));
            case 6 -> List.of(FilterField.ACTOR_ROLE.word(), one("host", "guest"));
            case 7 -> List.of(FilterField.STATUS.word(), one("ended", "planned"));
            default -> List.of();
        };
    }

    /** Returns a territory's own definition as JSON. */
    public String definition() {
        var measure = random.nextInt(4) == 0
                ? "{\"ratio\": {\"numerator\": {\"count\": \"activities\", \"where\": %s}, \"denominator\": %s}, \"scale\": 100}"
                        .formatted(where(), "{\"count\": \"activities\", \"where\": " + where() + "}")
                : measure();
        return """
                {"name": {"en": "Own"}, "unit": "things", "measure": %s, "date": "%s"}""".formatted(measure, one("planned", "formalised", "formalised", "ended"));
    }

    private String measure() {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"stock\": \"activities\", \"where\": %s}".formatted(where());
            case 1 -> "{\"sum\": \"volunteers\", \"where\": %s}".formatted(where());
            case 2, 3 -> "{\"rubric\": \"trust\", \"atLeast\": %d, \"where\": %s}".formatted(numberUpTo(4), where());
            default ->
                "{\"count\": \"%s\", \"where\": %s}"
                        .formatted(one("activities", "counterparts", "countries", "actors", "dimensions"), where());
        };
    }

    private String where() {
        return switch (random.nextInt(5)) {
            case 0 -> "{\"kind\": [\"visit\", \"agreement\", \"event\"]}";
            case 1 -> "{\"theme\": [\"water\"], \"status\": [\"planned\", \"formalised\", \"ended\"]}";
            case 2 -> "{\"country\": [\"AR\"]}";
            default -> "{}";
        };
    }

    /** Returns a number from 1 to {@code max}, inclusive. */
    public int numberUpTo(int max) {
        return 1 + random.nextInt(max);
    }
}
