package org.bitacora.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** Test vectors of FIPS 180-2 and the digest of the empty message. */
    @Test
    void theDigestIsSha256() {
        assertThat(Digest.of("").hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.of("abc")).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aSaltPrecedesTheText() {
        assertThat(Digest.of("a".getBytes(StandardCharsets.US_ASCII), "bc")).isEqualTo(Digest.of("abc"));
    }

    @Test
    void textIsUtf8() {
        assertThat(Digest.of(new byte[] {(byte) 0xc3, (byte) 0xb1}, "")).isEqualTo(Digest.of("ñ"));
    }

    @Test
    void theBytesAreCopied() {
        var digest = Digest.of("abc");
        var read = Digest.ofBytes(digest.bytes());

        digest.bytes()[0]++;

        assertThat(read).isEqualTo(digest).hasSameHashCodeAs(digest);
        assertThat(digest.hex()).startsWith("ba78");
        assertThat(digest).isNotEqualTo(Digest.of("abd"));
    }

    @Test
    void equivalentJsonHasTheSameContentDigest() {
        assertThat(content("{\"b\": 1.0, \"a\": \"\\u00f1\"}")).isEqualTo(content("{\"a\":\"ñ\",\"b\":1}"));
        assertThat(content("{\"a\": 1}")).isNotEqualTo(content("{\"a\": 2}"));
        assertThat(content("{\"a\": null}")).isNotEqualTo(content("{}"));
    }

    @Test
    void territoryTypeAndSubjectArePartOfTheContent() {
        var plain = Draft.contentOf("t", "type", "s", Json.Obj.EMPTY);

        assertThat(Draft.contentOf("u", "type", "s", Json.Obj.EMPTY)).isNotEqualTo(plain);
        assertThat(Draft.contentOf("t", "typo", "s", Json.Obj.EMPTY)).isNotEqualTo(plain);
        assertThat(Draft.contentOf("t", "type", "r", Json.Obj.EMPTY)).isNotEqualTo(plain);
    }

    private static Digest content(String data) {
        return Draft.contentOf("t", "type", "s", JsonReader.parseStored(data));
    }
}
