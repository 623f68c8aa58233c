package org.bitacora.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.channels.webhook.SigningKey.SignatureAlgorithm;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final String BODY = "{\"test\": 2432232314}";

    /** Uses the sample of the reference library for Go ({@code webhook_asymmetric_test.go}). */
    @Test
    void ed25519SignsAsTheReferenceLibraryDoes() {
        var key = SigningKey.parse("whsk_VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTlk=", Optional.empty());

        assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY))
                .isEqualTo(
                        "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag==");
    }

    @Test
    void theReferenceLibraryForJavaAcceptsAnHmac() throws Exception {
        var key = SigningKey.generate(SignatureAlgorithm.HMAC_SHA256);
        var checker = new Webhook(key.secret());
        long now = Instant.now().getEpochSecond();
        var headers = headers(now, key.sign("msg_1", now, BODY));

        assertThatCode(() -> checker.verify(BODY, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> checker.verify(BODY + " ", headers)).isInstanceOf(WebhookVerificationException.class);
    }

    private static Map<String, List<String>> headers(long now, String signature) {
        return Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(Long.toString(now)),
                "webhook-signature", List.of(signature));
    }

    @Test
    void aPublicKeyVerifiesASignatureOfItsPrivateKey() {
        var key = SigningKey.generate(SignatureAlgorithm.ED25519);
        var publicKey = Ed25519Signatures.parsePublicKey(key.publicKey().orElseThrow());
        var signature = key.sign("msg_1", 1, BODY);

        assertThat(Ed25519Signatures.verifies(publicKey, "msg_1.1." + BODY, signature))
                .isTrue();
        assertThat(Ed25519Signatures.verifies(publicKey, "msg_2.1." + BODY, signature))
                .isFalse();
    }

    @Test
    void aKeyParsedFromItsTextSignsTheSame() {
        for (var signatureAlgorithm : SignatureAlgorithm.values()) {
            var key = SigningKey.generate(signatureAlgorithm);
            var read = SigningKey.parse(key.secret(), key.publicKey());

            assertThat(read.sign("msg_1", 1, BODY)).isEqualTo(key.sign("msg_1", 1, BODY));
            assertThat(SigningKey.generate(signatureAlgorithm).secret()).isNotEqualTo(key.secret());
        }
    }
}
