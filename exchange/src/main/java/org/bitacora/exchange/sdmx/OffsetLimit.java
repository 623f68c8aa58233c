package org.bitacora.exchange.sdmx;

import java.util.Optional;
import org.bitacora.exchange.sdmx.MessagePart.SdmxSeries;

/** Leaves out the first observations, and those after so many. */
final class OffsetLimit {

    private long remainingOffset;
    private long remainingLimit;

    OffsetLimit(long offset, long limit) {
        this.remainingOffset = offset;
        this.remainingLimit = limit;
    }

    /** Whether anything more is to be told. */
    boolean hasRemaining() {
        return remainingLimit > 0;
    }

    /** What is to be told of a series. */
    Optional<SdmxSeries> apply(SdmxSeries sdmxSeries) {
        int size = sdmxSeries.observations().size();
        int from = (int) Math.min(remainingOffset, size);
        int to = remainingLimit >= size - from ? size : from + (int) remainingLimit;
        remainingOffset -= from;
        remainingLimit -= to - from;
        return from == to
                ? Optional.empty()
                : Optional.of(
                        sdmxSeries.withObservations(sdmxSeries.observations().subList(from, to)));
    }
}
