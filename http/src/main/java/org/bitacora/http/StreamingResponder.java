package org.bitacora.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Streams responses that are computed while they are sent. Each response occupies a thread until its client has read
 * it, so the number of concurrent responses is limited. If the computation fails, the connection is closed, so that the
 * client does not mistake the response for a complete one.
 */
@Singleton
public class StreamingResponder {

    private static final Logger LOG = Logger.getLogger(StreamingResponder.class);

    private final Semaphore permits;

    StreamingResponder(StreamingConfiguration configuration) {
        this.permits = new Semaphore(configuration.atOnce());
    }

    /** Writes the body of a response in parts. */
    public interface BodyWriter {
        /**
         * Writes the complete body and leaves the stream open; throws {@link IOException} if the client has
         * disconnected.
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Computes data that a response needs before it begins. The computation holds one of the permits; throws a problem
     * 503 if no permit is available.
     */
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
            throw ProblemException.unavailable(
                    Detail.of("Too many streamed responses are in progress. Try again in a moment."));
        }
    }

    /** Returns the body of a response. Writing the body throws a problem 503 if too many responses are in progress. */
    public StreamingOutput stream(HttpServerRequest request, BodyWriter bodyWriter) {
        return out -> {
            acquirePermit();
            try {
                bodyWriter.writeTo(out);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Streaming the response of %s failed", request.path());
                request.connection().close();
                throw e;
            } finally {
                permits.release();
            }
        };
    }
}
