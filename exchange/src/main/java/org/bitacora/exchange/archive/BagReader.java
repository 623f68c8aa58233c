package org.bitacora.exchange.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A bag (BagIt, RFC 8493) in a ZIP file, whole: every file has the digest that is written of it, and none is missing. */
final class BagReader implements AutoCloseable {

    static final String PAYLOAD = "data/";
    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    private static final int LONGEST_TAG = 1 << 20;
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})\\s+\\*?(.+)");
    private static final Pattern LABEL = Pattern.compile("([^:\\s][^:]*?)\\s*:\\s*(.*?)\\s*");

    private final ZipFile zip;
    private final String folder;

    private BagReader(ZipFile zip, String folder) {
        this.zip = zip;
        this.folder = folder;
    }

    /** The bag in a file; a problem 422 where it is none, or damaged. */
    static BagReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            throw ArchiveProblems.invalid("It is not a ZIP file, or not all of one.");
        }
        try {
            var bagReader = new BagReader(zip, folder(zip));
            bagReader.check();
            return bagReader;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static String folder(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(it -> it.matches("([^/]+/)?" + Pattern.quote(DECLARATION)))
                .findFirst()
                .map(it -> it.substring(0, it.length() - DECLARATION.length()))
                .orElseThrow(() ->
                        ArchiveProblems.invalid("It holds no " + DECLARATION + ": it is not an archive of Bitácora."));
    }

    private void check() throws IOException {
        var payload = manifest(MANIFEST);
        check(payload);
        check(zip.getEntry(folder + TAG_MANIFEST) == null ? Map.of() : manifest(TAG_MANIFEST));
        var unlisted = zip.stream()
                .filter(it -> !it.isDirectory() && it.getName().startsWith(folder + PAYLOAD))
                .map(it -> it.getName().substring(folder.length()))
                .filter(it -> !payload.containsKey(it))
                .findFirst();
        if (unlisted.isPresent()) {
            throw ArchiveProblems.invalid(unlisted.get() + " is not in " + MANIFEST + ".");
        }
    }

    private void check(Map<String, String> digests) throws IOException {
        for (var it : digests.entrySet()) {
            if (!digest(it.getKey()).equalsIgnoreCase(it.getValue())) {
                throw ArchiveProblems.invalid(it.getKey() + " is not what it was when the archive was made.");
            }
        }
    }

    private String digest(String path) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(file(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (java.util.zip.ZipException _) {
            throw ArchiveProblems.invalid(path + " cannot be unpacked.");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Map<String, String> manifest(String path) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        for (var line : text(path).lines().filter(it -> !it.isBlank()).toList()) {
            var read = LINE.matcher(line);
            if (!read.matches()) {
                throw ArchiveProblems.invalid(path + " holds a line that is no digest of a file.");
            }
            digests.put(read.group(2), read.group(1));
        }
        return digests;
    }

    private String text(String path) throws IOException {
        try (var in = file(path)) {
            return new String(in.readNBytes(LONGEST_TAG), StandardCharsets.UTF_8);
        }
    }

    /** What is said of the bag, by label. */
    Map<String, String> info() throws IOException {
        return text(INFO)
                .lines()
                .map(LABEL::matcher)
                .filter(java.util.regex.Matcher::matches)
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2), (first, _) -> first));
    }

    /** A file that the bag is there for; closed by the caller. */
    InputStream payload(String name) throws IOException {
        return file(PAYLOAD + name);
    }

    private InputStream file(String path) throws IOException {
        var entry = zip.getEntry(folder + path);
        if (entry == null) {
            throw ArchiveProblems.invalid("It holds no " + path + ".");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
