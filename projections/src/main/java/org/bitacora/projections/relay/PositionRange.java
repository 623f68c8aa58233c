package org.bitacora.projections.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a log. As positions have no gaps, what is to be read is known before it is read.
 *
 * @param after the position before its first entry
 * @param upTo the position of its last
 */
record PositionRange(String territory, long after, long upTo) {

    long size() {
        return upTo - after;
    }

    /** The same parts in pages of at most that many entries, in their order. */
    static List<List<PositionRange>> pages(List<PositionRange> spans, long most) {
        var pages = new ArrayList<List<PositionRange>>();
        var page = new ArrayList<PositionRange>();
        long left = most;
        for (var positionRange : spans) {
            var rest = positionRange;
            while (rest.size() >= left) {
                page.add(rest.limit(left));
                pages.add(List.copyOf(page));
                page.clear();
                rest = rest.remaining(left);
                left = most;
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

    /** What of these parts, at most so many entries of them. */
    static List<PositionRange> limit(List<PositionRange> spans, long most) {
        return spans.isEmpty() ? spans : pages(spans, most).getFirst();
    }

    /** What is left of these parts after the first entries of them. */
    static List<PositionRange> remaining(List<PositionRange> spans, List<RelayedEntry> read) {
        var left = new ArrayList<PositionRange>();
        long skipped = read.size();
        for (var positionRange : spans) {
            long of = Math.min(skipped, positionRange.size());
            skipped -= of;
            if (of < positionRange.size()) {
                left.add(positionRange.remaining(of));
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
