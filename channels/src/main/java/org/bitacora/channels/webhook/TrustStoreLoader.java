package org.bitacora.channels.webhook;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Loads the trusted certificates. */
final class TrustStoreLoader {

    private TrustStoreLoader() {}

    /** Returns the certificates that the JDK trusts and those of a PEM file. */
    static TrustOptions withCertificates(Path file) {
        try {
            var all = Stream.concat(systemCertificates().stream(), readCertificates(file).stream())
                    .toList();
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("trusted-" + i, all.get(i));
            }
            return TrustOptions.wrap(trustManager(store));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not read the certificates of " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the certificates of " + file, e);
        }
    }

    private static List<X509Certificate> systemCertificates() throws GeneralSecurityException {
        return List.of(trustManager(null).getAcceptedIssuers());
    }

    private static List<X509Certificate> readCertificates(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static X509TrustManager trustManager(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
