package org.bitacora.domain.activity;

import java.util.List;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** What the check of an event's data says of a text. */
final class DataViolations {

    private DataViolations() {}

    static List<Violation> violations(String data) {
        return ActivityDataValidator.validate(Pointer.ROOT.child("data"), JsonText.json(data));
    }

    /** The places that are wrong, separated by spaces; an empty text where none is. */
    static String violatedPointers(String data) {
        return String.join(
                " ", violations(data).stream().map(it -> it.pointer().value()).toList());
    }
}
