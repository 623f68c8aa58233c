package org.bitacora.benchmarks.suite;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.bitacora.benchmarks.load.LoadClient;
import org.bitacora.benchmarks.load.LoadRequestRenderer;

/** Readers of server-sent events, each with its own connection. */
final class StreamReaders implements AutoCloseable {

    private static final String SUBJECT = "\"subject\":\"";
    private static final String ID = "id: ";
    private static final String END = "\n\n";

    private final Queue<NetSocket> sockets = new ConcurrentLinkedQueue<>();
    private final Consumer<String> onSubject;

    /** Creates readers that pass the subject of each event to {@code onSubject} when they first receive it. */
    StreamReaders(Consumer<String> onSubject) {
        this.onSubject = onSubject;
    }

    /** Opens {@code count} readers, distributed over some territories. All are connected when this method returns. */
    void openReaders(LoadClient loadClient, List<String> territories, int count) {
        List<Future<?>> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var path = "/v1/stream?territory=" + territories.get(i % territories.size());
            var streamReader = new StreamReader();
            opened.add(loadClient
                    .openStream(LoadRequestRenderer.get(path), streamReader::receive)
                    .onSuccess(sockets::add));
        }
        LoadClient.await(Future.all(opened));
    }

    /** One reader, on its event loop. */
    private final class StreamReader {

        private final Set<String> known = new HashSet<>();
        private String rest = "";

        void receive(Buffer part) {
            var text = rest + part.toString(StandardCharsets.UTF_8);
            int from = 0;
            for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, from)) {
                handleEvent(text, from, end);
                from = end + END.length();
            }
            rest = text.substring(from);
        }

        private void handleEvent(String text, int from, int to) {
            int at = text.indexOf(SUBJECT, from);
            if (at >= 0 && at < to) {
                int begin = at + SUBJECT.length();
                var id = text.substring(text.indexOf(ID, from), at);
                if (known.add(id)) {
                    onSubject.accept(text.substring(begin, text.indexOf('"', begin)));
                }
            }
        }
    }

    @Override
    public void close() {
        LoadClient.await(Future.all(sockets.stream().map(NetSocket::close).toList()));
    }
}
