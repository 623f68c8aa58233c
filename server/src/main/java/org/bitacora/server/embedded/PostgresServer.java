package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL of our own, with its data kept in a {@link DataDirectory} and every durability setting on. It listens to
 * this machine only and wants the password, which is made at the first start and kept in the data directory. When it
 * dies it comes back by itself on the same port. It survives the sudden end of this process, and the next start on the
 * directory ends it properly before its own.
 */
public final class PostgresServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String USER = "bitacora";
    static final String DATABASE = "bitacora";
    private static final Logger LOG = Logger.getLogger(PostgresServer.class);

    private final Postmaster postmaster;
    private final int port;
    private final Watchdog watchdog;

    private PostgresServer(Postmaster postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
        this.watchdog = new Watchdog(postmaster.supervisedOn(port));
    }

    /** As {@link #start(DataDirectory, int)}, on any port that is free. */
    public static PostgresServer start(DataDirectory directory) {
        return start(directory, PortAllocator::findFreePort);
    }

    /**
     * Starts the server, making its database where there is none, and returns when it answers.
     *
     * @throws ServerUnavailableException if it cannot be had; data that is there is never changed by that
     */
    public static PostgresServer start(DataDirectory directory, int port) {
        return start(directory, () -> port);
    }

    private static PostgresServer start(DataDirectory directory, IntSupplier ports) {
        long begin = System.nanoTime();
        try {
            Postmaster postmaster = prepare(directory.postgres());
            PostgresServer server = new PostgresServer(postmaster, postmaster.start(ports));
            postmaster.pgCtl().binaries().removeOlderReleases();
            server.watchdog.start();
            LOG.infof(
                    "PostgreSQL is ready on port %d after %d ms", server.port, (System.nanoTime() - begin) / 1_000_000);
            return server;
        } catch (IOException e) {
            throw new ServerUnavailableException(
                    "PostgreSQL could not be set up in " + directory.postgres() + ": " + e, e);
        }
    }

    private static Postmaster prepare(Path place) throws IOException {
        DurableFiles.createPrivateFolder(place);
        Path folder = place.toRealPath();
        PostgresBinaries postgresBinaries = PostgresBinaries.unpackInto(folder);
        PostgresCluster postgresCluster = PostgresCluster.openOrCreate(folder, postgresBinaries);
        return new Postmaster(
                postgresCluster,
                new PgCtl(postgresBinaries, postgresCluster, new PostgresLogFile(folder.resolve("server.log"))));
    }

    /** Where it listens. */
    public String host() {
        return HOST;
    }

    /** Where it listens; the same for the life of this object. */
    public int port() {
        return port;
    }

    /** The database for the application. */
    public String database() {
        return DATABASE;
    }

    /** Who owns it. */
    public String user() {
        return USER;
    }

    /** What {@link #user()} shows to be let in; not for printing. */
    public String password() {
        return postmaster.cluster().password();
    }

    /** For JDBC, without user and password. */
    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /** For the reactive client, without user and password. */
    public String reactiveUrl() {
        return "postgresql://" + HOST + ":" + port + "/" + DATABASE;
    }

    /** The process of the server now. */
    long pid() {
        return postmaster.pid();
    }

    /** Stops the server and waits: what is committed is kept. Close connections first; open ones are cut. */
    @Override
    public void close() {
        watchdog.close();
        postmaster.stop();
        LOG.info("PostgreSQL has stopped");
    }
}
