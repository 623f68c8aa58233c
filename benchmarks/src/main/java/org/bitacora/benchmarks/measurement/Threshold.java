package org.bitacora.benchmarks.measurement;

/** What a measurement has to reach. */
public sealed interface Threshold {

    /** The number that is promised. */
    double level();

    /** The limit that the value is divided by. */
    double limit(MeasuredValue measuredValue);

    boolean isMet(MeasuredValue measuredValue);

    /** At least that part of the raw limit. */
    record MinimumRatio(double level) implements Threshold {
        @Override
        public double limit(MeasuredValue measuredValue) {
            return measuredValue.limit();
        }

        @Override
        public boolean isMet(MeasuredValue measuredValue) {
            return measuredValue.value() >= level * measuredValue.limit();
        }
    }

    /** Nothing is promised; it is shown. */
    record NoThreshold() implements Threshold {
        @Override
        public double level() {
            return Double.NaN;
        }

        @Override
        public double limit(MeasuredValue measuredValue) {
            return Double.NaN;
        }

        @Override
        public boolean isMet(MeasuredValue measuredValue) {
            return true;
        }
    }

    /** At most that, whatever the machine: what a person feels, or pays for. */
    record MaximumValue(double level) implements Threshold {
        @Override
        public double limit(MeasuredValue measuredValue) {
            return level;
        }

        @Override
        public boolean isMet(MeasuredValue measuredValue) {
            return measuredValue.value() <= level;
        }
    }
}
