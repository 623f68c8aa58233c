package org.bitacora.benchmarks.measurement;

/** What a measurement has to reach. */
public sealed interface Floor {

    /** The number that is promised. */
    double level();

    /** The limit that the value is divided by. */
    double limit(Measured measured);

    boolean holds(Measured measured);

    /** At least that part of the raw limit. */
    record Part(double level) implements Floor {
        @Override
        public double limit(Measured measured) {
            return measured.limit();
        }

        @Override
        public boolean holds(Measured measured) {
            return measured.value() >= level * measured.limit();
        }
    }

    /** Nothing is promised; it is shown. */
    record None() implements Floor {
        @Override
        public double level() {
            return Double.NaN;
        }

        @Override
        public double limit(Measured measured) {
            return Double.NaN;
        }

        @Override
        public boolean holds(Measured measured) {
            return true;
        }
    }

    /** At most that, whatever the machine: what a person feels, or pays for. */
    record AtMost(double level) implements Floor {
        @Override
        public double limit(Measured measured) {
            return level;
        }

        @Override
        public boolean holds(Measured measured) {
            return measured.value() <= level;
        }
    }
}
