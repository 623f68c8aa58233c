package org.bitacora.exchange.archive;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitacora.http.StreamingResponder.BodyWriter;

/** Writes a bag (BagIt, RFC 8493) as a ZIP stream: first the payload files, then the digests of all files. */
final class BagWriter {

    private static final int CHUNK = 65_536;

    /** The modification time of every file. It is fixed so that the same files always make the same archive. */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final String folder;
    private final Map<String, String> payload = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private long octets;

    /** Creates a bag with this name. The name is also the folder of the bag in the archive. */
    BagWriter(OutputStream out, String folder) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.folder = folder;
    }

    /** Writes a payload file. */
    void writePayload(String name, BodyWriter file) throws IOException {
        var path = BagReader.PAYLOAD + name;
        payload.put(path, write(path, file));
    }

    /** Writes the metadata and the digests. Leaves the stream open. */
    void finish(Map<String, String> info) throws IOException {
        var labels = new LinkedHashMap<>(info);
        labels.put("Payload-Oxum", octets + "." + payload.size());
        writeTag(BagReader.DECLARATION, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        writeTag(BagReader.INFO, lines(labels, "%s: %s\n"));
        writeTag(BagReader.MANIFEST, manifest(payload));
        writeTag(BagReader.TAG_MANIFEST, manifest(tags));
        zip.finish();
    }

    private void writeTag(String path, String text) throws IOException {
        tags.put(path, write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String manifest(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(it -> it.getValue() + "  " + it.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String lines(Map<String, String> labels, String form) {
        return labels.entrySet().stream()
                .map(it -> form.formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }

    private String write(String path, BodyWriter file) throws IOException {
        var entry = new ZipEntry(folder + "/" + path);
        entry.setTimeLocal(FIXED_TIME);
        zip.putNextEntry(entry);
        var digest = BagReader.sha256();
        var out = new BufferedOutputStream(new DigestOutputStream(new PayloadCounter(path), digest), CHUNK);
        file.writeTo(out);
        out.flush();
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    private final class PayloadCounter extends FilterOutputStream {
        private final boolean isPayload;

        private PayloadCounter(String path) {
            super(zip);
            this.isPayload = path.startsWith(BagReader.PAYLOAD);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            octets += isPayload ? length : 0;
        }
    }
}
