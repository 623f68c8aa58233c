package org.bitacora.domain.activity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bitacora.domain.territory.TerritoryCode;

/**
 * The name of an activity within a territory. The sender chooses it and keeps it stable; {@code territory/activity} is
 * the subject of an event.
 */
public record ActivityName(TerritoryCode territory, String activity) {

    /** The regular expression of the name after the slash. */
    public static final String REGEX = "[A-Za-z0-9._~-]{1,128}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    /** The name in a subject; empty if the subject does not have the form {@code territory/activity}. */
    public static Optional<ActivityName> ofSubject(String subject) {
        int slash = subject.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var territory = subject.substring(0, slash);
        var activity = subject.substring(slash + 1);
        return TerritoryCode.isWellFormed(territory)
                        && PATTERN.matcher(activity).matches()
                ? Optional.of(new ActivityName(new TerritoryCode(territory), activity))
                : Optional.empty();
    }

    /** The subject of the events of this activity. */
    public String subject() {
        return territory.value() + "/" + activity;
    }
}
