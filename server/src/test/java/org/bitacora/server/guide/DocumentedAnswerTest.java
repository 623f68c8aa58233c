package org.bitacora.server.guide;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matching of documented answers with actual ones. */
class DocumentedAnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            json | {"a": 1, "b": [2]}       | {"b":[2],"a":1}
            json | {"a": "…", "b": [2, …]}  | {"a":{"x":1},"b":[2,3]}
            json | {"a": 1, …}              | {"a":1,"b":2}
            json | [{"a": 1, …}, …]         | [{"a":1,"b":2},7]
            text | row 2 … new              | row 2 visit-17 new
            text | 304                      | 304
            """)
    void aMatchingResponsePasses(String language, String text, String answer) {
        assertThatCode(() -> new DocumentedAnswer(language, text).assertMatches(answer))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            json | {"a": 1}         | {"a":2}
            json | {"a": 1}         | {"a":1,"b":2}
            json | {"a": 1, "b": 2} | {"a":1}
            json | {"a": 1, …}      | {"b":1}
            json | [1]              | [1,2]
            json | [1, 2, …]        | [1]
            json | [1, …]           | [2,1]
            json | {"a": 1}         | refused
            text | row 2 … new      | row 2 visit-17 corrected
            text | 304              | 200
            html | 304              | 304
            """)
    void aDifferentResponseFails(String language, String text, String answer) {
        assertThatThrownBy(() -> new DocumentedAnswer(language, text).assertMatches(answer))
                .isInstanceOf(AssertionError.class);
    }
}
