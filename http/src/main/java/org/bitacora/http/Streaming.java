package org.bitacora.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bitacora.application.request.ProblemException;
import org.jboss.logging.Logger;

/**
 * Sends what is computed while it is sent. Each answer holds a thread for as long as its reader takes, so only so many
 * are sent at once; one that cannot be told to its end is cut off, so that nobody takes it for whole.
 */
@Singleton
public class Streaming {

    private static final Logger LOG = Logger.getLogger(Streaming.class);

    private final Semaphore places;

    Streaming(StreamingConfiguration configuration) {
        this.places = new Semaphore(configuration.atOnce());
    }

    /** What is told, piece by piece. */
    public interface Telling {
        /** Writes it all and leaves the stream open; fails with {@link IOException} where the reader has gone. */
        void to(OutputStream out) throws IOException;
    }

    /** What is to be known before an answer begins, found in one of the places; a problem 503 where there is none. */
    public <T> T before(Supplier<T> found) {
        take();
        try {
            return found.get();
        } finally {
            places.release();
        }
    }

    private void take() {
        if (!places.tryAcquire()) {
            throw ProblemException.later("Too many long answers are being sent just now.");
        }
    }

    /** The body of an answer to that request; a problem 503 where too many are being sent. */
    public StreamingOutput of(HttpServerRequest request, Telling telling) {
        return out -> {
            take();
            try {
                telling.to(out);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s could not be told to its end", request.path());
                request.connection().close();
                throw e;
            } finally {
                places.release();
            }
        };
    }
}
