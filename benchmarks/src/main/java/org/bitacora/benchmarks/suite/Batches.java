package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bitacora.benchmarks.load.Answer;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Registry;
import org.bitacora.benchmarks.testbed.Testbed;

/** A sender's batches of 100, each of one territory, as a registry has them. */
record Batches(Testbed bed, List<String> territories) implements ClosedLoop.Talk {

    static final int SIZE = 100;

    private static final String ALL = "{\"appended\":" + SIZE + ",";

    @Override
    public Buffer ask() {
        var territory = territories.get(ThreadLocalRandom.current().nextInt(territories.size()));
        return bed.request().batch(Registry.json(bed.registry().batch(territory, SIZE)));
    }

    @Override
    public int count(Answer answer) {
        if (answer.status() != 200 || !answer.begins(ALL)) {
            throw new Unmeasurable("A batch was answered " + answer);
        }
        return SIZE;
    }
}
