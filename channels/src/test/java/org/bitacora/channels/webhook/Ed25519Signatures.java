package org.bitacora.channels.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Verifies Ed25519 signatures with the public key only, as a receiver does. */
public final class Ed25519Signatures {

    /** The bytes before the key in the X.509 encoding (RFC 8410). */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519Signatures() {}

    public static PublicKey parsePublicKey(String written) {
        var key = Base64.getDecoder().decode(written.substring("whpk_".length()));
        var encoded = new byte[HEAD.length + key.length];
        System.arraycopy(HEAD, 0, encoded, 0, HEAD.length);
        System.arraycopy(key, 0, encoded, HEAD.length, key.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static boolean verifies(PublicKey key, String signed, String signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
