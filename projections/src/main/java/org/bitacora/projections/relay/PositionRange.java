package org.bitacora.projections.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of a log. Positions have no gaps, so the number of entries is known before they are read.
 *
 * @param after the position before the first entry
 * @param upTo the position of the last entry
 */
record PositionRange(String territory, long after, long upTo) {

    long size() {
        return upTo - after;
    }

    /** Divides ranges into pages of at most {@code limit} entries, in the same order. */
    static List<List<PositionRange>> pages(List<PositionRange> ranges, long limit) {
        var pages = new ArrayList<List<PositionRange>>();
        var page = new ArrayList<PositionRange>();
        long left = limit;
        for (var positionRange : ranges) {
            var rest = positionRange;
            while (rest.size() >= left) {
                page.add(rest.limit(left));
                pages.add(List.copyOf(page));
                page.clear();
                rest = rest.remaining(left);
                left = limit;
            }
            if (rest.size() > 0) {
                page.add(rest);
                left -= rest.size();
            }
        }
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
        }
        return pages;
    }

    /** Returns the first {@code limit} entries of the ranges. */
    static List<PositionRange> limit(List<PositionRange> ranges, long limit) {
        return ranges.isEmpty() ? ranges : pages(ranges, limit).getFirst();
    }

    /** Returns the ranges without the entries that have been read, which are the first ones. */
    static List<PositionRange> remaining(List<PositionRange> ranges, List<RelayedEntry> read) {
        var left = new ArrayList<PositionRange>();
        long skipped = read.size();
        for (var positionRange : ranges) {
            long readCount = Math.min(skipped, positionRange.size());
            skipped -= readCount;
            if (readCount < positionRange.size()) {
                left.add(positionRange.remaining(readCount));
            }
        }
        return left;
    }

    private PositionRange limit(long count) {
        return new PositionRange(territory, after, after + count);
    }

    private PositionRange remaining(long count) {
        return new PositionRange(territory, after + count, upTo);
    }
}
