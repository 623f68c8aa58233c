import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Keeps a copy of every log, in one file per territory with one entry per line. Each entry is in the file exactly once, even if
 * this program or Bitácora is killed.
 *
 * <p>The entry and its position are written in one step: here as one line of a file, in your system for example as one row in the
 * transaction that processes the entry. Entries whose position is already stored are ignored. The offset is committed after the
 * write, so entries that were not written are read again.
 *
 * <pre>java -cp 'deploy/kafka/target/lib/*' docs/examples/FollowLog.java localhost:9092 copies</pre>
 */
final class FollowLog {

    private final Path folder;
    private final Map<String, Copy> copies = new HashMap<>();

    private FollowLog(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", arguments[0],
                "group.id", "follow-log",
                "session.timeout.ms", "6000", // how soon the partitions of a killed consumer are reassigned
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest");
        var reader = new FollowLog(Path.of(arguments[1]));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("bitacora.log"));
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    reader.take(record);
                }
                consumer.commitSync();
            }
        }
    }

    private void take(ConsumerRecord<String, String> record) throws IOException {
        var copy = copies.get(record.key());
        if (copy == null) {
            copy = Copy.open(folder.resolve(record.key() + ".ndjson"));
            copies.put(record.key(), copy);
        }
        copy.take(record.value());
    }

    /** The copy of one log; its last line determines its position. */
    private static final class Copy {

        private static final ObjectMapper JSON = new ObjectMapper();

        private final RandomAccessFile file;
        private long position;

        private Copy(RandomAccessFile file) {
            this.file = file;
        }

        /** Opens the file and removes an incomplete last line, which a killed process can leave. */
        static Copy open(Path path) throws IOException {
            path.toAbsolutePath().getParent().toFile().mkdirs();
            var copy = new Copy(new RandomAccessFile(path.toFile(), "rw"));
            long whole = 0;
            for (var line = copy.file.readLine(); line != null; line = copy.file.readLine()) {
                if (!line.endsWith("}") || copy.file.getFilePointer() != whole + line.length() + 1) {
                    break;
                }
                whole = copy.file.getFilePointer();
                copy.position = position(line);
            }
            copy.file.setLength(whole);
            copy.file.seek(whole);
            return copy;
        }

        void take(String entry) throws IOException {
            long next = position(entry);
            if (next <= position) {
                return; // already stored
            }
            if (next != position + 1) {
                throw new IOException("Position " + next + " after " + position + ": the topic is incomplete.");
            }
            file.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
            position = next;
        }

        private static long position(String entry) throws IOException {
            return JSON.readTree(entry).path("position").asLong();
        }
    }
}
