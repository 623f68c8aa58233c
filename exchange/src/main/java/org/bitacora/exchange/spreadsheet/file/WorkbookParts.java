package org.bitacora.exchange.spreadsheet.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bitacora.domain.refusal.Detail;

/**
 * The parts of a workbook file and their relationships (ECMA-376, part 2: Open Packaging Conventions). Part names are
 * compared without case, and a backslash counts as a slash, because some programs write backslashes.
 */
final class WorkbookParts implements AutoCloseable {

    /** The maximum uncompressed size of all parts that are read. A file of a few kilobytes can expand to gigabytes. */
    private static final long MAX_BYTES = 1L << 30;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private long remainingBytes = MAX_BYTES;

    /**
     * A relationship of a part.
     *
     * @param type the last part of the type URI, such as {@code worksheet}; it is the same in strict workbooks
     * @param target the name of the target part
     */
    record PartRelationship(String id, String type, String target) {}

    private WorkbookParts(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(it -> entries.put(key(it.getName()), it));
    }

    /** Opens a file. Throws an {@link IOException} if it is not a complete ZIP file. */
    static WorkbookParts open(Path file) throws IOException {
        return new WorkbookParts(new ZipFile(file.toFile()));
    }

    private static String key(String name) {
        var slashed = name.replace('\\', '/');
        return (slashed.startsWith("/") ? slashed.substring(1) : slashed).toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Returns the uncompressed size that the file states for an existing part, in bytes; -1 if it states none. */
    long size(String name) {
        var entry = entries.get(key(name));
        return entry == null ? -1 : entry.getSize();
    }

    /** Returns the content of a part. It counts towards the maximum size while it is read. */
    InputStream open(String name) throws IOException {
        var entry = entries.get(key(name));
        if (entry == null) {
            throw new IOException("The workbook has no part " + name);
        }
        return new CountedStream(zip.getInputStream(entry));
    }

    /** Returns the relationships of a part; those of the package if the name is empty. */
    List<PartRelationship> relationships(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        var folder = part.substring(0, slash);
        var name = folder + "_rels/" + part.substring(slash) + ".rels";
        var all = new ArrayList<PartRelationship>();
        if (has(name)) {
            try (var xml = new PartXmlReader(open(name))) {
                while (xml.nextElement()) {
                    if (xml.isAt("Relationship")) {
                        toRelationship(folder, xml).ifPresent(all::add);
                    }
                }
            }
        }
        return all;
    }

    private static Optional<PartRelationship> toRelationship(String folder, PartXmlReader xml) {
        var type = xml.attribute("Type");
        var target = xml.attribute("Target");
        if (type.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PartRelationship(
                xml.attribute("Id").orElse(""),
                type.get().substring(type.get().lastIndexOf('/') + 1),
                resolve(folder, target.get().replace('\\', '/'))));
    }

    /** Returns the name of a target that is relative to a folder, or absolute if it starts with a slash. */
    private static String resolve(String folder, String target) {
        var path =
                target.startsWith("/") ? Path.of(target) : Path.of("/" + folder).resolve(target);
        var name = path.normalize().toString();
        return name.startsWith("/") ? name.substring(1) : name;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A stream that counts the bytes that are read, because the sizes that a ZIP file states may be wrong. */
    private final class CountedStream extends FilterInputStream {

        private CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            remainingBytes -= read;
            if (remainingBytes < 0) {
                throw new UnreadableFileException(Detail.of(
                        "The workbook is too large when uncompressed; save only the sheet, or save it as CSV."));
            }
        }
    }
}
