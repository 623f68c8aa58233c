package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Multi;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Stream;
import org.bitacora.exchange.sdmx.Part.DataSet;
import org.bitacora.exchange.sdmx.Part.Series;

/**
 * The parts that are told, from the first observation that is wanted to the last: no dataset that has none, and none that
 * begins where such a one is open. A part is computed when the one before it was taken, and none after the last.
 */
final class Parts implements AutoCloseable {

    private static final int AHEAD = 8;

    private final Stream<Part> stream;
    private final Iterator<Part> parts;
    private final Cut cut;
    private Optional<DataSet> begun = Optional.empty();
    private Optional<DataSet> open = Optional.empty();

    Parts(Multi<Part> all, Cut cut) {
        this.stream = all.subscribe().asStream(AHEAD, () -> new ArrayBlockingQueue<>(AHEAD));
        this.parts = stream.iterator();
        this.cut = cut;
    }

    /** The next that are to be written; none at the end. */
    List<Part> next() {
        while (cut.hasRoom() && parts.hasNext()) {
            switch (parts.next()) {
                case DataSet it -> begun = Optional.of(it);
                case Series it -> {
                    var kept = cut.of(it);
                    if (kept.isPresent()) {
                        return opened(kept.get());
                    }
                }
            }
        }
        return List.of();
    }

    private List<Part> opened(Series series) {
        var wanted = begun.filter(it -> !open.equals(begun));
        open = begun;
        return Stream.<Part>concat(wanted.stream(), Stream.of(series)).toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
