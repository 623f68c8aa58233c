package org.bitacora.domain.event;

import java.util.function.Predicate;

/**
 * The form of the subjects of an event type.
 *
 * @param isMet whether a subject has the form
 * @param expectation the form in a sentence for the sender
 */
public record SubjectForm(Predicate<String> isMet, String expectation) {

    /** The form {@code territory/collection/code}. */
    public static SubjectForm inCollection(String collection, Predicate<String> isCode, String example) {
        var infix = "/" + collection + "/";
        return new SubjectForm(
                subject -> {
                    int slash = subject.indexOf('/');
                    return slash > 0
                            && subject.startsWith(infix, slash)
                            && isCode.test(subject.substring(slash + infix.length()));
                },
                "Expected territory" + infix + "code, for example " + example + ".");
    }

    /** Whether a subject has this form. */
    public boolean accepts(String subject) {
        return isMet.test(subject);
    }
}
