package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Multi;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Stream;
import org.bitacora.exchange.sdmx.MessagePart.DataSetHeader;
import org.bitacora.exchange.sdmx.MessagePart.SdmxSeries;

/**
 * The parts that are told, from the first observation that is wanted to the last: no dataset that has none, and none that
 * begins where such a one is open. A part is computed when the one before it was taken, and none after the last.
 */
final class MessagePartReader implements AutoCloseable {

    private static final int AHEAD = 8;

    private final Stream<MessagePart> stream;
    private final Iterator<MessagePart> parts;
    private final OffsetLimit offsetLimit;
    private Optional<DataSetHeader> begun = Optional.empty();
    private Optional<DataSetHeader> open = Optional.empty();

    MessagePartReader(Multi<MessagePart> all, OffsetLimit offsetLimit) {
        this.stream = all.subscribe().asStream(AHEAD, () -> new ArrayBlockingQueue<>(AHEAD));
        this.parts = stream.iterator();
        this.offsetLimit = offsetLimit;
    }

    /** The next that are to be written; none at the end. */
    List<MessagePart> next() {
        while (offsetLimit.hasRemaining() && parts.hasNext()) {
            switch (parts.next()) {
                case DataSetHeader it -> begun = Optional.of(it);
                case SdmxSeries it -> {
                    var kept = offsetLimit.apply(it);
                    if (kept.isPresent()) {
                        return withHeader(kept.get());
                    }
                }
            }
        }
        return List.of();
    }

    private List<MessagePart> withHeader(SdmxSeries sdmxSeries) {
        var wanted = begun.filter(it -> !open.equals(begun));
        open = begun;
        return Stream.<MessagePart>concat(wanted.stream(), Stream.of(sdmxSeries))
                .toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
