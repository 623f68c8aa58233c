package org.bitacora.server.archive;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bitacora.server.testing.TestRequests.asAdmin;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of an archive, by their paths within its folder. */
record ArchiveFiles(String folder, Map<String, byte[]> files) {

    static byte[] bytes(RequestSpecification request, String territory, String query) {
        return request.get(path(territory) + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    static ArchiveFiles of(String territory) {
        return of(bytes(given(), territory, ""));
    }

    static ArchiveFiles of(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        var folder = "";
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                int slash = entry.getName().indexOf('/');
                folder = entry.getName().substring(0, slash);
                files.put(entry.getName().substring(slash + 1), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArchiveFiles(folder, files);
    }

    static String path(String territory) {
        return "/v1/territories/" + territory + "/archive";
    }

    static ValidatableResponse put(String territory, byte[] zip) {
        return asAdmin()
                .contentType("application/zip")
                .body(zip)
                .put(path(territory))
                .then();
    }

    String text(String file) {
        return new String(files.getOrDefault(file, new byte[0]), UTF_8);
    }

    /** Returns the archive with the changed text of a file; an empty text removes the file. */
    ArchiveFiles with(String file, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<>(files);
        var text = change.apply(text(file));
        if (text.isEmpty()) {
            changed.remove(file);
        } else {
            changed.put(file, text.getBytes(UTF_8));
        }
        return new ArchiveFiles(folder, changed);
    }

    /** Returns the archive with recomputed digests, like a deliberate forgery. */
    ArchiveFiles resealed() {
        var manifest = new StringBuilder();
        files.keySet().stream()
                .filter(it -> it.startsWith("data/"))
                .forEach(it ->
                        manifest.append(digest(it)).append("  ").append(it).append('\n'));
        return with("manifest-sha256.txt", _ -> manifest.toString()).with("tagmanifest-sha256.txt", _ -> "");
    }

    private String digest(String file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(file).getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + "/" + file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    void unpack(Path directory) throws IOException {
        for (var file : files.entrySet()) {
            var path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
