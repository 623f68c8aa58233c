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
 * Reads the parts between offset and limit. It skips datasets without observations and does not repeat the header of a
 * dataset that is already open. The parts are computed while they are read, at most eight ahead. Closing the reader
 * stops the computation.
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

    /** Returns the next parts to write; empty at the end. */
    List<MessagePart> next() {
        while (offsetLimit.hasRemaining() && parts.hasNext()) {
            switch (parts.next()) {
                case DataSetHeader it -> begun = Optional.of(it);
                case SdmxSeries it -> {
                    var selected = offsetLimit.apply(it);
                    if (selected.isPresent()) {
                        return withHeader(selected.get());
                    }
                }
            }
        }
        return List.of();
    }

    private List<MessagePart> withHeader(SdmxSeries sdmxSeries) {
        var header = begun.filter(it -> !open.equals(begun));
        open = begun;
        return Stream.<MessagePart>concat(header.stream(), Stream.of(sdmxSeries))
                .toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
