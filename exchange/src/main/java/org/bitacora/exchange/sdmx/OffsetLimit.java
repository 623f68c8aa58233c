package org.bitacora.exchange.sdmx;

import java.util.Optional;
import org.bitacora.exchange.sdmx.MessagePart.SdmxSeries;

/** Skips the first observations and limits the number of the others. */
final class OffsetLimit {

    private long remainingOffset;
    private long remainingLimit;

    OffsetLimit(long offset, long limit) {
        this.remainingOffset = offset;
        this.remainingLimit = limit;
    }

    /** Returns whether more observations can follow. */
    boolean hasRemaining() {
        return remainingLimit > 0;
    }

    /** Returns the observations of a series between offset and limit; empty if there are none. */
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
