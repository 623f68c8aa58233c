package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.bitacora.benchmarks.load.Answer;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Strategy;
import org.bitacora.benchmarks.testbed.Testbed;

/** What is known already, asked again and again, every other time with its tag, beside an endpoint that has nothing to do. */
public final class Cached implements Measurement {

    /** The figure of now. */
    public static final Cached FIGURE =
            new Cached("figure-cached", Figure.PATH, bed -> bed.seed().large());

    /** The scorecard of now. */
    public static final Cached SCORECARD = new Cached(
            "scorecard-cached", Strategy.scorecard(""), bed -> bed.strategy().have());

    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(2);

    private final String name;
    private final String path;
    private final Consumer<Testbed> seeding;

    private Cached(String name, String path, Consumer<Testbed> seeding) {
        this.name = name;
        this.path = path;
        this.seeding = seeding;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "requests/s";
    }

    @Override
    public Floor floor() {
        return new Floor.Part(0.6);
    }

    @Override
    public Measured measure(Testbed bed) {
        seeding.accept(bed);
        var tag = tag(bed);
        try (var figure = new ClosedLoop(bed.web().wires(CONNECTIONS), () -> new Known(path, tag));
                var trivial = new ClosedLoop(bed.web().wires(CONNECTIONS), Trivial::new)) {
            return Rounds.of(figure::perSecond, trivial::perSecond, ROUND);
        }
    }

    private String tag(Testbed bed) {
        var answer = bed.web().ask(Request.get(path));
        Json.of(answer, 200);
        return answer.header("etag").orElseThrow(() -> new Unmeasurable("It has no ETag."));
    }

    /** By turns the whole, and whether it is still the one of that tag. */
    private static final class Known implements ClosedLoop.Talk {

        private final Buffer whole;
        private final Buffer unless;
        private boolean again;

        Known(String path, String tag) {
            this.whole = Request.get(path);
            this.unless = Request.getUnless(path, tag);
        }

        @Override
        public Buffer ask() {
            again = !again;
            return again ? unless : whole;
        }

        @Override
        public int count(Answer answer) {
            return one(answer, again ? 304 : 200);
        }
    }

    private static final class Trivial implements ClosedLoop.Talk {

        private final Buffer request = Request.get("/v1");

        @Override
        public Buffer ask() {
            return request;
        }

        @Override
        public int count(Answer answer) {
            return one(answer, 200);
        }
    }

    private static int one(Answer answer, int status) {
        if (answer.status() != status) {
            throw new Unmeasurable(status + " was wanted, and the answer is " + answer);
        }
        return 1;
    }
}
