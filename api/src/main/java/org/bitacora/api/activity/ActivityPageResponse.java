package org.bitacora.api.activity;

import java.util.List;
import org.bitacora.domain.indicator.ObservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A page of activities that lacks the latest entries of the log. Other pages have neither status nor moment.
 *
 * @param items the activities
 * @param next the path and query of the next page; null on the last page
 * @param status the status of the page
 * @param asOf the position as of which the activities are listed, and that of the head of the log
 */
record ActivityPageResponse(
        List<ActivityResponse> items, @Nullable String next, String status, ActivityPageMoment asOf) {

    /** The position as of which a page is listed, and the position of the head of the log. */
    record ActivityPageMoment(long position, long head) {}

    static ActivityPageResponse catchingUp(
            List<ActivityResponse> items, @Nullable String next, long position, long head) {
        return new ActivityPageResponse(
                items, next, ObservationStatus.CATCHING_UP.word(), new ActivityPageMoment(position, head));
    }
}
