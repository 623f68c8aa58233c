package org.bitacora.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bitacora.http.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Sends what is computed while it is sent. Each answer holds a thread for as long as its reader takes, so only so many
 * are sent at once; one that cannot be told to its end is cut off, so that nobody takes it for whole.
 */
@Singleton
public class StreamingResponder {

    private static final Logger LOG = Logger.getLogger(StreamingResponder.class);

    private final Semaphore permits;

    StreamingResponder(StreamingConfiguration configuration) {
        this.permits = new Semaphore(configuration.atOnce());
    }

    /** What is told, piece by piece. */
    public interface BodyWriter {
        /** Writes it all and leaves the stream open; fails with {@link IOException} where the reader has gone. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** What is to be known before an answer begins, found in one of the places; a problem 503 where there is none. */
    public <T> T runWithPermit(Supplier<T> found) {
        acquirePermit();
        try {
            return found.get();
        } finally {
            permits.release();
        }
    }

    private void acquirePermit() {
        if (!permits.tryAcquire()) {
            throw ProblemException.unavailable("Too many long answers are being sent just now.");
        }
    }

    /** The body of an answer to that request; a problem 503 where too many are being sent. */
    public StreamingOutput stream(HttpServerRequest request, BodyWriter bodyWriter) {
        return out -> {
            acquirePermit();
            try {
                bodyWriter.writeTo(out);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s could not be told to its end", request.path());
                request.connection().close();
                throw e;
            } finally {
                permits.release();
            }
        };
    }
}
