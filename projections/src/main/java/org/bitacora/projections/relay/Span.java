package org.bitacora.projections.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a log. As positions have no gaps, what is to be read is known before it is read.
 *
 * @param after the position before its first entry
 * @param upTo the position of its last
 */
record Span(String territory, long after, long upTo) {

    long size() {
        return upTo - after;
    }

    /** The same parts in pages of at most that many entries, in their order. */
    static List<List<Span>> pages(List<Span> spans, long most) {
        var pages = new ArrayList<List<Span>>();
        var page = new ArrayList<Span>();
        long left = most;
        for (var span : spans) {
            var rest = span;
            while (rest.size() >= left) {
                page.add(rest.first(left));
                pages.add(List.copyOf(page));
                page.clear();
                rest = rest.rest(left);
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
    static List<Span> first(List<Span> spans, long most) {
        return spans.isEmpty() ? spans : pages(spans, most).getFirst();
    }

    /** What is left of these parts after the first entries of them. */
    static List<Span> rest(List<Span> spans, List<Handed> read) {
        var left = new ArrayList<Span>();
        long skipped = read.size();
        for (var span : spans) {
            long of = Math.min(skipped, span.size());
            skipped -= of;
            if (of < span.size()) {
                left.add(span.rest(of));
            }
        }
        return left;
    }

    private Span first(long count) {
        return new Span(territory, after, after + count);
    }

    private Span rest(long count) {
        return new Span(territory, after + count, upTo);
    }
}
