package org.bitacora.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointerTest {

    @Test
    void aPointerConsistsOfMembersAndIndices() {
        var pointer = Pointer.ROOT.child("counterparts").child(2).child("country");

        assertThat(pointer).hasToString("/counterparts/2/country");
    }

    /** RFC 6901, section 3. */
    @Test
    void tildesAndSlashesInNamesAreEscaped() {
        var pointer = Pointer.ROOT.child("a/b").child("m~n").child("~1");

        assertThat(pointer).hasToString("/a~1b/m~0n/~01");
    }

    @Test
    void theDetailOfARefusalIsThatOfTheFirstViolation() {
        var first = new Violation(Pointer.ROOT.child("a"), Detail.of("One."));
        var refusal = new Refusal.Invalid(List.of(first, new Violation(Pointer.ROOT.child("b"), Detail.of("Two."))));

        var detail = refusal.detail();

        assertThat(detail.english()).isEqualTo("Contract violation: One.");
        assertThat(refusal.violations()).hasSize(2).startsWith(first);
    }
}
