package org.bitacora.channels.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs messages. Its text form follows Standard Webhooks 1.0, "Signature scheme": {@code whsec_} and 256
 * random bits, or {@code whsk_} and the seed of an Ed25519 key, in base 64.
 */
sealed interface SigningKey {

    /** The key as text. It must be kept secret; only an HMAC verifier needs it. */
    String secret();

    /** The public key as text, which a verifier needs; empty for HMAC. */
    Optional<String> publicKey();

    /** The signature of a message with the prefix of its version. */
    String sign(String id, long timestamp, String body);

    /** The signature algorithm. */
    enum SignatureAlgorithm {
        /** A secret shared by both sides. */
        HMAC_SHA256("hmac-sha256"),
        /** A key pair; the verifier needs only the public key. */
        ED25519("ed25519");

        private final String word;

        SignatureAlgorithm(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<SignatureAlgorithm> of(String word) {
            return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
        }
    }

    /** Generates a key. */
    static SigningKey generate(SignatureAlgorithm signatureAlgorithm) {
        return switch (signatureAlgorithm) {
            case HMAC_SHA256 -> Hmac.generate();
            case ED25519 -> Ed25519.generate();
        };
    }

    /** Parses a key from its text. */
    static SigningKey parse(String secret, Optional<String> publicKey) {
        return secret.startsWith(Ed25519.PREFIX) ? new Ed25519(secret, publicKey) : new Hmac(secret);
    }

    /** A key for HMAC-SHA256. */
    record Hmac(String secret) implements SigningKey {

        private static final String PREFIX = "whsec_";
        private static final String NAME = "HmacSHA256";

        private static Hmac generate() {
            var bits = new byte[32];
            new SecureRandom().nextBytes(bits);
            return new Hmac(PREFIX + Base64.getEncoder().encodeToString(bits));
        }

        @Override
        public Optional<String> publicKey() {
            return Optional.empty();
        }

        @Override
        public String sign(String id, long timestamp, String body) {
            try {
                var mac = Mac.getInstance(NAME);
                mac.init(new SecretKeySpec(decode(secret, PREFIX), NAME));
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signedContent(id, timestamp, body)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A key for Ed25519 (RFC 8032). */
    record Ed25519(String secret, Optional<String> publicKey) implements SigningKey {

        private static final String PREFIX = "whsk_";
        private static final String PUBLIC_PREFIX = "whpk_";
        private static final int LENGTH = 32;

        private static Ed25519 generate() {
            try {
                var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
                var encoded = pair.getPublic().getEncoded(); // X.509: the key is at the end
                var key = Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
                var base64 = Base64.getEncoder();
                return new Ed25519(
                        PREFIX + base64.encodeToString(seed), Optional.of(PUBLIC_PREFIX + base64.encodeToString(key)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String sign(String id, long timestamp, String body) {
            try {
                var seed = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, decode(secret, PREFIX));
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(seed));
                signature.update(signedContent(id, timestamp, body));
                return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static byte[] decode(String secret, String prefix) {
        return Base64.getDecoder().decode(secret.substring(prefix.length()));
    }

    private static byte[] signedContent(String id, long timestamp, String body) {
        return (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
    }
}
