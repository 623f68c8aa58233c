package org.bitacora.application.strategy;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said of an activity behind the value of a measure. Members that an event did not state are null.
 *
 * @param activity the name of the activity
 * @param title the title of the activity
 * @param position the position of the event in the log
 * @param by the group that spoke, such as participants
 * @param rubric the code of the rubric
 * @param level the level of the rubric
 * @param text the words
 */
public record ActivityFeedback(
        String activity,
        String title,
        long position,
        @Nullable String by,
        @Nullable String rubric,
        @Nullable Integer level,
        @Nullable String text) {}
