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

/** The key of the first start: made then and written to {@code admin.key}, or set from outside. */
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

    /** Where the key can be found, for the person who starts the application. */
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

    /** Whole or not at all: a start that is killed leaves no half of a key. */
    private static void createFile(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(file.toAbsolutePath().getParent(), "admin", ".new", mine);
        Files.writeString(half, AccessSecret.generate() + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
