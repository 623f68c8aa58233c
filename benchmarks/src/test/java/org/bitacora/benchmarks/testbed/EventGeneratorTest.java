package org.bitacora.benchmarks.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventGeneratorTest {

    private final EventGenerator eventGenerator = new EventGenerator();

    @Test
    void eventIdsAreUnique() {
        Set<String> ids = new HashSet<>();

        eventGenerator.nextBatch("rosario", 1_000).forEach(generatedEvent -> ids.add(generatedEvent.id()));

        assertThat(ids).hasSize(1_000);
    }

    @Test
    void fiveEventsAreAboutFourActivities() {
        assertThat(eventGenerator.nextBlock("rosario").stream()
                        .map(GeneratedEvent::activity)
                        .distinct())
                .hasSize(4);
    }

    @Test
    void dataAreAboutThreeHundredBytesOfJson() throws Exception {
        var events = eventGenerator.nextBatch("rosario", 1_200);

        assertThat(new JsonMapper().readTree(EventGenerator.toJson(events).toString()))
                .hasSize(1_200);
        assertThat(events.stream()
                        .mapToInt(generatedEvent -> generatedEvent.data().length())
                        .average())
                .hasValueCloseTo(300.0, offset(50.0));
    }

    @Test
    void oneBlockInTenIsInTheYear() {
        var year = "\"start\":\"" + EventGenerator.YEAR + "-";

        long blocks = IntStream.range(0, 240)
                .filter(_ ->
                        eventGenerator.nextBlock("rosario").getFirst().data().contains(year))
                .count();

        assertThat(blocks).isEqualTo(24);
    }
}
