package org.bitacora.domain.activity;

import java.util.List;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** The violations that the validation of event data finds in a text. */
final class DataViolations {

    private DataViolations() {}

    static List<Violation> violations(String data) {
        return ActivityDataValidator.validate(Pointer.ROOT.child("data"), JsonText.json(data));
    }

    /** The pointers of the violations, separated by spaces; an empty string if there are none. */
    static String violatedPointers(String data) {
        return String.join(
                " ", violations(data).stream().map(it -> it.pointer().value()).toList());
    }
}
