package org.bitacora.application.strategy;

import org.jspecify.annotations.Nullable;

/**
 * Feedback on an activity that contributes to the value of a measure. Members that an event does not contain are null.
 *
 * @param activity the name of the activity
 * @param title the title of the activity
 * @param position the position of the event in the log
 * @param by the group that gave the feedback, for example participants
 * @param rubric the code of the rubric
 * @param level the level of the rubric
 * @param text the text of the feedback
 */
public record ActivityFeedback(
        String activity,
        String title,
        long position,
        @Nullable String by,
        @Nullable String rubric,
        @Nullable Integer level,
        @Nullable String text) {}
