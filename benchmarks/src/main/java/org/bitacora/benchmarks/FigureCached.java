package org.bitacora.benchmarks;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** The figure of now, asked again and again, every other time with its tag, beside an endpoint that has nothing to do. */
final class FigureCached implements Measurement {

    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "figure-cached";
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
        bed.seed().large();
        var tag = tag(bed);
        try (var figure = new ClosedLoop(bed.web().wires(CONNECTIONS), () -> new Figures(tag));
                var trivial = new ClosedLoop(bed.web().wires(CONNECTIONS), Trivial::new)) {
            return Rounds.of(figure::perSecond, trivial::perSecond, ROUND);
        }
    }

    private static String tag(Testbed bed) {
        var answer = bed.web().ask(Request.get(Figure.PATH));
        Json.of(answer, 200);
        return answer.header("etag").orElseThrow(() -> new Unmeasurable("The figure has no ETag."));
    }

    /** By turns the whole figure, and whether it is still the one of that tag. */
    private static final class Figures implements ClosedLoop.Talk {

        private final Buffer whole = Request.get(Figure.PATH);
        private final Buffer unless;
        private boolean again;

        Figures(String tag) {
            this.unless = Request.getUnless(Figure.PATH, tag);
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
