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
import org.bitacora.domain.refusal.Detail;

/**
 * Reads a bag (BagIt, RFC 8493) from a ZIP file. When the bag is opened, it is checked that no file is missing and that
 * every file matches its digest.
 */
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

    /** Opens the bag in a file and checks it. Throws a problem 422 if the file is not a bag or is damaged. */
    static BagReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            throw ArchiveProblems.invalid(Detail.of("The file is not a ZIP file, or it is truncated."));
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
                .orElseThrow(() -> ArchiveProblems.invalid(
                        Detail.of("The file has no {0}; it is not an archive of Bitácora.", DECLARATION)));
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
            throw ArchiveProblems.invalid(Detail.of("{0} is not listed in {1}.", unlisted.get(), MANIFEST));
        }
    }

    private void check(Map<String, String> digests) throws IOException {
        for (var it : digests.entrySet()) {
            if (!digest(it.getKey()).equalsIgnoreCase(it.getValue())) {
                throw ArchiveProblems.invalid(Detail.of("{0} does not match its digest.", it.getKey()));
            }
        }
    }

    private String digest(String path) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(file(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (java.util.zip.ZipException _) {
            throw ArchiveProblems.invalid(Detail.of("{0} cannot be decompressed.", path));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private Map<String, String> manifest(String path) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        for (var line : text(path).lines().filter(it -> !it.isBlank()).toList()) {
            var read = LINE.matcher(line);
            if (!read.matches()) {
                throw ArchiveProblems.invalid(Detail.of("{0} has a line that is not a file digest.", path));
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

    /** Returns the metadata of the bag (bag-info.txt), by label. */
    Map<String, String> info() throws IOException {
        return text(INFO)
                .lines()
                .map(LABEL::matcher)
                .filter(java.util.regex.Matcher::matches)
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2), (first, _) -> first));
    }

    /** Opens a payload file. The caller closes the stream. */
    InputStream payload(String name) throws IOException {
        return file(PAYLOAD + name);
    }

    private InputStream file(String path) throws IOException {
        var entry = zip.getEntry(folder + path);
        if (entry == null) {
            throw ArchiveProblems.invalid(Detail.of("The archive has no {0}.", path));
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
