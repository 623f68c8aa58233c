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
 * The programs of PostgreSQL, extracted once from the class path into a folder named after the checksum of the archive.
 *
 * @param home the folder that contains {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {
    /** The major version in the archive; a cluster belongs to one major version. */
    static final String MAJOR = "18";

    private static final Logger LOG = Logger.getLogger(PostgresBinaries.class);
    private static final String PREFIX = "binaries-";

    /** Returns the programs for this machine, extracted into {@code folder} unless they exist. */
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
            throw new ServerUnavailableException("No embedded PostgreSQL is available for " + os
                    + ". Set BITACORA_DB_URL, BITACORA_DB_USER and BITACORA_DB_PASSWORD to use an external one.");
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
        LOG.infof("Extracting PostgreSQL %s into %s", MAJOR, home);
        Path temporary = temporaryHome(home);
        DurableFiles.delete(temporary);
        try (InputStream in = archive.openStream()) {
            TarXzExtractor.extract(in, temporary);
        }
        // Otherwise the folder could exist after a power failure although its files are empty.
        ProgramRunner.run(List.of("sync"), temporary, "");
        DurableFiles.moveDurably(temporary, home);
    }

    /** Removes the programs of earlier releases. No process may run from them. */
    void removeOlderReleases() throws IOException {
        try (Stream<Path> all = Files.list(home.resolveSibling("."))) {
            for (Path other : all.map(Path::normalize)
                    .filter(path -> path.getFileName().toString().startsWith(PREFIX) && !path.equals(home))
                    .toList()) {
                // Renamed first, so that a later start does not use a partially deleted folder.
                DurableFiles.delete(temporaryHome(home));
                DurableFiles.moveDurably(other, temporaryHome(home));
                DurableFiles.delete(temporaryHome(home));
            }
        }
    }

    private static Path temporaryHome(Path home) {
        return home.resolveSibling("binaries.making");
    }

    /** Runs a program in {@code workingDirectory}, which also identifies the process as working on it. */
    ProgramResult run(Path workingDirectory, String input, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (ProgramRunner.isRoot()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return ProgramRunner.run(command, workingDirectory, input);
    }

    /** Runs a program like {@link #run} and throws {@link ServerUnavailableException} if it fails. */
    void runOrFail(Path workingDirectory, String input, String program, List<String> arguments) {
        ProgramResult programResult = run(workingDirectory, input, program, arguments);
        if (!programResult.succeeded()) {
            throw new ServerUnavailableException(
                    program + " of PostgreSQL failed: " + programResult.output() + rootHint());
        }
    }

    /** Returns a hint for messages about a failed program when running as root. */
    static String rootHint() {
        return ProgramRunner.isRoot()
                ? "\n(PostgreSQL refuses to run as root, so Bitácora runs it in a separate user namespace."
                        + " If the system does not allow that, start Bitácora as an ordinary user.)"
                : "";
    }
}
