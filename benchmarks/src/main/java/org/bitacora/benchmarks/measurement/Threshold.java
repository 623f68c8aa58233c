package org.bitacora.benchmarks.measurement;

/** The requirement that a measurement must meet. */
public sealed interface Threshold {

    /** Returns the required number. */
    double level();

    /** Returns the limit by which the value is divided. */
    double limit(MeasuredValue measuredValue);

    boolean isMet(MeasuredValue measuredValue);

    /** The value must be at least this fraction of the raw limit. */
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

    /** No requirement; the value is only reported. */
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

    /**
     * The value must not exceed this level on any machine. It is a value that users notice, such as a latency, or pay
     * for, such as memory.
     */
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
