package org.bitacora.domain.event;

import org.bitacora.domain.identifier.Subject;

/**
 * The form of the subjects of an event type.
 *
 * @param form the type of the subjects
 * @param expectation the form in a sentence for the sender
 */
public record SubjectForm(Class<? extends Subject> form, String expectation) {

    /** The form {@code territory/collection/code}. */
    public static SubjectForm inCollection(Class<? extends Subject> form, String collection, String example) {
        return new SubjectForm(form, "Expected territory/" + collection + "/code, for example " + example + ".");
    }

    /** Whether a subject has this form. */
    public boolean accepts(String subject) {
        return Subject.parse(subject).filter(form::isInstance).isPresent();
    }
}
