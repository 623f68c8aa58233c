package org.bitacora.application.access;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The admin key. The first start creates it and writes it to {@code admin.key}, unless it is set by configuration. */
@Singleton
public class AdminKey {

    private final String hash;
    private final String location;

    AdminKey(
            @ConfigProperty(name = "bitacora.admin.key") Optional<String> set,
            @ConfigProperty(name = "bitacora.data", defaultValue = ".bitacora") String data) {
        var file = Path.of(data, "admin.key");
        var given = set.filter(key -> !key.isBlank());
        this.hash = AccessSecret.hash(given.orElseGet(() -> readOrCreate(file)));
        this.location = given.isPresent() ? "as set by BITACORA_ADMIN_KEY" : "in " + file;
    }

    /** Returns where the administrator finds the key, as a phrase for the startup message. */
    public String location() {
        return location;
    }

    public boolean matches(String key) {
        return AccessSecret.equalHashes(AccessSecret.hash(key), hash);
    }

    private static String readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                createFile(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The admin key could not be read from " + file, e);
        }
    }

    /** Creates the file atomically, so that an interrupted start leaves no incomplete key. */
    private static void createFile(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(file.toAbsolutePath().getParent(), "admin", ".new", mine);
        Files.writeString(half, AccessSecret.generate() + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
