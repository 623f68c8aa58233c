package org.bitacora.benchmarks.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private final Registry registry = new Registry();

    @Test
    void noTwoEventsHaveTheSameId() {
        Set<String> ids = new HashSet<>();

        registry.batch("rosario", 1_000).forEach(event -> ids.add(event.id()));

        assertThat(ids).hasSize(1_000);
    }

    @Test
    void fiveEventsAreAboutFourActivities() {
        assertThat(registry.block("rosario").stream().map(Event::activity).distinct())
                .hasSize(4);
    }

    @Test
    void dataAreAboutThreeHundredBytesOfJson() throws Exception {
        var events = registry.batch("rosario", 1_200);

        assertThat(new JsonMapper().readTree(Registry.json(events).toString())).hasSize(1_200);
        assertThat(events.stream().mapToInt(event -> event.data().length()).average())
                .hasValueCloseTo(300.0, offset(50.0));
    }

    @Test
    void aTenthOfTheBlocksIsInTheYear() {
        var year = "\"start\":\"" + Registry.YEAR + "-";

        long blocks = IntStream.range(0, 240)
                .filter(_ -> registry.block("rosario").getFirst().data().contains(year))
                .count();

        assertThat(blocks).isEqualTo(24);
    }
}
