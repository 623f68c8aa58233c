package org.bitacora.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.http.problem.ProblemResponse.ProblemError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that each refusal has the status, the type and the detail of the API contract. */
class ProblemTest {

    private static final List<Violation> NAME =
            List.of(new Violation(new Pointer("/name"), Detail.of("Missing name.")));

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refusal.Unreadable(NAME), 400, "unreadable", "Parse error: Missing name."),
                Arguments.of(new Refusal.Invalid(NAME), 422, "invalid", "Contract violation: Missing name."),
                Arguments.of(
                        new Refusal.UnknownTerritory("br-x"),
                        422,
                        "unknown-territory",
                        "No territory br-x is registered."),
                Arguments.of(
                        new Refusal.Conflict("s", "i", 7),
                        409,
                        "conflict",
                        "Event i of source s was already recorded at position 7 with different content."),
                Arguments.of(
                        new Refusal.NotOwner("t/a", "o"),
                        403,
                        "not-owner",
                        "Activity t/a belongs to o. Other sources need the role `editor` to change it."),
                Arguments.of(new Refusal.Forbidden(Detail.of("No.")), 403, "forbidden", "No."),
                Arguments.of(new Refusal.TooLarge(Detail.of("Too much.")), 413, "too-large", "Too much."),
                Arguments.of(new Refusal.InvalidDocument(NAME), 422, "invalid", "Missing name."),
                Arguments.of(new Refusal.InvalidParameter("by", Detail.of("Wrong.")), 400, "parameter", "Wrong."),
                Arguments.of(new Refusal.NotFound(Detail.of("There is none.")), 404, "not-found", "There is none."),
                Arguments.of(
                        new Refusal.NotAdopted(),
                        422,
                        "not-adopted",
                        "The strategy has sections, but it has not been adopted."),
                Arguments.of(
                        new Refusal.AlreadyPublished("p"),
                        409,
                        "published",
                        "Publication p already exists with a different report. Publications never change."),
                Arguments.of(
                        new Refusal.ChangedMeanwhile(Detail.of("Read again.")),
                        412,
                        "changed-meanwhile",
                        "Read again."),
                Arguments.of(new Refusal.Unavailable(Detail.of("Not yet.")), 503, "later", "Not yet."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalIsMappedToItsProblem(Refusal refusal, int status, String type, String detail) {
        var problem = ProblemResponse.of(Problem.of(refusal), DetailRenderer.ENGLISH);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo("urn:bitacora:problem:" + type);
        assertThat(problem.detail()).isEqualTo(detail);
    }

    @Test
    void everyKindOfRefusalIsTested() {
        Set<Class<?>> examples = refusals()
                .map(it -> Objects.requireNonNull(it.get()[0]).getClass())
                .collect(Collectors.toSet());

        assertThat(examples).containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
    }

    @Test
    void problemPointsAtTheViolation() {
        assertThat(errors(new Refusal.InvalidDocument(NAME)))
                .containsExactly(new ProblemError("/name", "Missing name."));
        assertThat(errors(new Refusal.InvalidParameter("by", Detail.of("Wrong."))))
                .containsExactly(new ProblemError("/query/by", "Wrong."));
        assertThat(errors(new Refusal.NotFound(Detail.of("There is none.")))).isEmpty();
    }

    private static @Nullable List<ProblemError> errors(Refusal refusal) {
        return ProblemResponse.of(Problem.of(refusal), DetailRenderer.ENGLISH).errors();
    }
}
