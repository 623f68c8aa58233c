package org.bitacora.benchmarks.testbed;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates events like those of a municipal registry, each with a unique id: missions, visits, agreements and events
 * from 2004 to 2013. Every block of five events is about four activities, because one activity is announced before it
 * takes place.
 */
public final class EventGenerator {

    /** The number of events in a block; a block is about one territory. */
    public static final int BLOCK = 5;

    /** The last of the ten years; one block in ten is in this year. */
    public static final int YEAR = 2013;

    private static final int YEARS = 10;
    private static final int VARIANTS = 240;
    private static final String[][] CITIES = {
        {"Rosario", "AR"}, {"Medellín", "CO"}, {"Lisboa", "PT"}, {"Cotonou", "BJ"}, {"Firenze", "IT"}, {"Qingdao", "CN"}
    };
    private static final List<String> TYPES = List.of(
            "org.bitacora.mission.carried-out",
            "org.bitacora.visit.received",
            "org.bitacora.agreement.signed",
            "org.bitacora.event.planned",
            "org.bitacora.event.held");
    private static final List<String> TITLES =
            List.of("Misión a %s", "Delegación de %s", "Convenio con %s", "Encuentro con %s", "Encuentro con %s");

    private final AtomicLong blocks = new AtomicLong();
    private final List<List<String>> data = new ArrayList<>();

    EventGenerator() {
        for (int variant = 0; variant < VARIANTS; variant++) {
            List<String> block = new ArrayList<>();
            for (int i = 0; i < BLOCK; i++) {
                block.add(renderData(variant, i));
            }
            data.add(block);
        }
    }

    private static String renderData(int variant, int i) {
        var city = CITIES[variant % CITIES.length];
        int month = 1 + variant / 20;
        return """
                {"title":"%s","start":"%d-%02d-%02d","end":"%2$d-%3$02d-%02d","role":"%s",\
                "counterparts":[{"name":"Municipalidad de %s","type":"local-government","country":"%s","city":"%7$s"}],\
                "motivation":"planned","dimension":"cooperation","themes":["culture","tourism"],"sdgs":[11,17],\
                "place":{"country":"BR","city":"Salvador"}}""".formatted(
                        TITLES.get(i).formatted(city[0]),
                        YEAR + 1 - YEARS + variant % YEARS,
                        month,
                        1 + variant % 25,
                        3 + variant % 25,
                        variant / YEARS % 2 == 0 ? "hosted" : "abroad",
                        city[0],
                        city[1]);
    }

    /** Returns the next five events about four activities of a territory. */
    public List<GeneratedEvent> nextBlock(String territory) {
        long number = blocks.getAndIncrement();
        var variant = data.get((int) (number % VARIANTS));
        List<GeneratedEvent> events = new ArrayList<>(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            var id = "e" + number + "-" + i;
            var activity = "a" + number + "-" + Math.min(i, BLOCK - 2);
            events.add(new GeneratedEvent(id, TYPES.get(i), territory, activity, variant.get(i)));
        }
        return events;
    }

    /** Returns {@code size} events of a territory. */
    public List<GeneratedEvent> nextBatch(String territory, int size) {
        List<GeneratedEvent> events = new ArrayList<>(size);
        while (events.size() < size) {
            events.addAll(nextBlock(territory));
        }
        return events;
    }

    public static Buffer toJson(List<GeneratedEvent> events) {
        var json = Buffer.buffer(700 * events.size());
        var separator = "[";
        for (var generatedEvent : events) {
            json.appendString(separator);
            generatedEvent.appendTo(json);
            separator = ",";
        }
        return json.appendString("]");
    }
}
