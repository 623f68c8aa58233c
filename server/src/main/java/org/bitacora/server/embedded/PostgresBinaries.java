package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.bitacora.server.embedded.ProgramRunner.ProgramResult;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The programs of PostgreSQL, unpacked from the class path once into a folder named by what is in the archive.
 *
 * @param home the folder that has {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {
    /** The release line that the archive holds; a cluster belongs to one of them. */
    static final String MAJOR = "18";

    private static final Logger LOG = Logger.getLogger(PostgresBinaries.class);
    private static final String PREFIX = "binaries-";

    /** Those of this machine, unpacked into {@code folder} unless they are there. */
    static PostgresBinaries unpackInto(Path folder) throws IOException {
        URL archive = archive();
        Path home = folder.resolve(PREFIX + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new PostgresBinaries(home);
    }

    private static URL archive() {
        String os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        @Nullable
        String name =
                switch (os) {
                    case "Linux amd64" -> "postgres-linux-x86_64.txz";
                    case "Linux aarch64" -> "postgres-linux-arm_64.txz";
                    default -> null;
                };
        @Nullable
        URL found =
                name == null ? null : PostgresBinaries.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new ServerUnavailableException("There is no embedded PostgreSQL for " + os
                    + ". Name a PostgreSQL of your own in BITACORA_DB_URL, BITACORA_DB_USER and BITACORA_DB_PASSWORD.");
        }
        return found;
    }

    private static String fingerprint(URL archive) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.openStream(), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void unpack(URL archive, Path home) throws IOException {
        LOG.infof("Unpacking PostgreSQL %s into %s", MAJOR, home);
        Path making = temporaryHome(home);
        DurableFiles.delete(making);
        try (InputStream in = archive.openStream()) {
            TarXzExtractor.extract(in, making);
        }
        // A power cut must not leave a folder that looks whole with files that are empty.
        ProgramRunner.run(List.of("sync"), making, "");
        DurableFiles.moveDurably(making, home);
    }

    /** Removes what an earlier release unpacked, once nothing runs from it. */
    void removeOlderReleases() throws IOException {
        try (Stream<Path> all = Files.list(home.resolveSibling("."))) {
            for (Path other : all.map(Path::normalize)
                    .filter(path -> path.getFileName().toString().startsWith(PREFIX) && !path.equals(home))
                    .toList()) {
                // Renamed first: killed half-way, a part of it must not be taken for the whole by a later start.
                DurableFiles.delete(temporaryHome(home));
                DurableFiles.moveDurably(other, temporaryHome(home));
                DurableFiles.delete(temporaryHome(home));
            }
        }
    }

    private static Path temporaryHome(Path home) {
        return home.resolveSibling("binaries.making");
    }

    /** Runs one of the programs in {@code workingDirectory}, which also marks the process as working on it. */
    ProgramResult run(Path workingDirectory, String input, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (ProgramRunner.isRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return ProgramRunner.run(command, workingDirectory, input);
    }

    /** As {@link #run}, for what cannot go on without it. */
    void runOrFail(Path workingDirectory, String input, String program, List<String> arguments) {
        ProgramResult programResult = run(workingDirectory, input, program, arguments);
        if (!programResult.succeeded()) {
            throw new ServerUnavailableException(
                    program + " of PostgreSQL failed: " + programResult.output() + rootHint());
        }
    }

    /** What to say besides when a program failed. */
    static String rootHint() {
        return ProgramRunner.isRoot()
                ? "\n(PostgreSQL does not run as root; Bitácora lets it run in a user namespace of its own."
                        + " Where that is not allowed, start Bitácora as an ordinary user.)"
                : "";
    }
}
