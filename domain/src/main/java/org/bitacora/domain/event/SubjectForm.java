package org.bitacora.domain.event;

import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.refusal.Detail;

/**
 * The form of the subjects of an event type.
 *
 * @param form the type of the subjects
 * @param expectation the form in a sentence for the sender
 */
public record SubjectForm(Class<? extends Subject> form, Detail expectation) {

    /** The form {@code territory/collection/code}. */
    public static SubjectForm inCollection(Class<? extends Subject> form, String collection, String example) {
        return new SubjectForm(form, Detail.of("Expected territory/{0}/code, for example {1}.", collection, example));
    }

    /** Whether a subject has this form. */
    public boolean accepts(String subject) {
        return Subject.parse(subject).filter(form::isInstance).isPresent();
    }
}
