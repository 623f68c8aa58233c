package org.bitacora.application.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bitacora.eventlog.Digest;

/** Generates and hashes API keys. A key has 256 random bits, so it needs no slow hash. */
final class AccessSecret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private AccessSecret() {}

    static String generate() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return "bk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String hash(String key) {
        return Digest.of(key).hex();
    }

    /** Compares two hashes in constant time. */
    static boolean equalHashes(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
