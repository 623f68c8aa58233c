package org.bitacora.exchange.sdmx;

import java.util.Optional;
import org.bitacora.exchange.sdmx.Part.Series;

/** Leaves out the first observations, and those after so many. */
final class Cut {

    private long left;
    private long room;

    Cut(long offset, long limit) {
        this.left = offset;
        this.room = limit;
    }

    /** Whether anything more is to be told. */
    boolean hasRoom() {
        return room > 0;
    }

    /** What is to be told of a series. */
    Optional<Series> of(Series series) {
        int size = series.observations().size();
        int from = (int) Math.min(left, size);
        int to = room >= size - from ? size : from + (int) room;
        left -= from;
        room -= to - from;
        return from == to
                ? Optional.empty()
                : Optional.of(series.with(series.observations().subList(from, to)));
    }
}
