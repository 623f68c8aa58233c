package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * An embedded PostgreSQL server. Its data are kept in a {@link DataDirectory} with every durability setting on. It
 * accepts connections from this machine only and requires the password, which is created at the first start and kept in
 * the data directory. If the server dies, it is restarted on the same port. If this process is killed, the server keeps
 * running until the next start on the directory stops it properly.
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

    /** Starts the server like {@link #start(DataDirectory, int)}, on a free port. */
    public static PostgresServer start(DataDirectory directory) {
        return start(directory, PortAllocator::findFreePort);
    }

    /**
     * Starts the server, creates its database if necessary, and returns when it accepts connections.
     *
     * @throws ServerUnavailableException if the server cannot be started; existing data are never changed by a failed
     *     start
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

    private static Postmaster prepare(Path path) throws IOException {
        DurableFiles.createPrivateFolder(path);
        Path folder = path.toRealPath();
        PostgresBinaries postgresBinaries = PostgresBinaries.unpackInto(folder);
        PostgresCluster postgresCluster = PostgresCluster.openOrCreate(folder, postgresBinaries);
        return new Postmaster(
                postgresCluster,
                new PgCtl(postgresBinaries, postgresCluster, new PostgresLogFile(folder.resolve("server.log"))));
    }

    /** Returns the host. */
    public String host() {
        return HOST;
    }

    /** Returns the port, which never changes for this object. */
    public int port() {
        return port;
    }

    /** Returns the name of the database. */
    public String database() {
        return DATABASE;
    }

    /** Returns the role that owns the database. */
    public String user() {
        return USER;
    }

    /** Returns the password of {@link #user()}; do not print it. */
    public String password() {
        return postmaster.cluster().password();
    }

    /** Returns the JDBC URL, without user and password. */
    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /** Returns the URL for the reactive client, without user and password. */
    public String reactiveUrl() {
        return "postgresql://" + HOST + ":" + port + "/" + DATABASE;
    }

    /** Returns the current process id of the server. */
    long pid() {
        return postmaster.pid();
    }

    /**
     * Stops the server and waits until it has ended. Committed transactions are kept. Close the connections first; the
     * server terminates open ones.
     */
    @Override
    public void close() {
        watchdog.close();
        postmaster.stop();
        LOG.info("PostgreSQL has stopped");
    }
}
