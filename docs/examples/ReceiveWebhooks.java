import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives webhooks: verifies the signature of each message with the secret of the subscription and prints new messages.
 *
 * <p>A message is sent again if its answer was lost. Its position shows whether it is a repetition. In your system, store the last
 * position of each territory in the transaction that processes the message, and answer after the commit.
 *
 * <pre>java docs/examples/ReceiveWebhooks.java 9000 whsec_…</pre>
 */
final class ReceiveWebhooks {

    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern TERRITORY = Pattern.compile("\"territory\":\"([^\"]+)\"");
    private static final Pattern POSITION = Pattern.compile("\"after\":\\d+,\"position\":(\\d+)");

    private final byte[] secret;
    private final Map<String, Long> positions = new HashMap<>();

    private ReceiveWebhooks(String secret) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    public static void main(String... arguments) throws IOException {
        var receiver = new ReceiveWebhooks(arguments[1]);
        var server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(arguments[0])), 0);
        server.createContext("/", receiver::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isGenuine(exchange, body) ? use(body) : 401, -1);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Whether the message is signed with the secret and recent; an old message may be a replay by an attacker. */
    private boolean isGenuine(HttpExchange exchange, String body) throws GeneralSecurityException {
        var headers = exchange.getRequestHeaders();
        var timestamp = headers.getFirst("webhook-timestamp");
        long age = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        var signed = headers.getFirst("webhook-id") + "." + timestamp + "." + body;
        var expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return Math.abs(age) <= TOLERANCE_SECONDS
                && Stream.of(headers.getFirst("webhook-signature").split(" ")).anyMatch(it -> isSame(it, expected));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private synchronized int use(String body) {
        var territory = found(TERRITORY, body);
        long position = Long.parseLong(found(POSITION, body));
        if (position > positions.getOrDefault(territory, 0L)) {
            System.out.println(body);
            positions.put(territory, position);
        }
        return 204;
    }

    private static String found(Pattern pattern, String body) {
        var match = pattern.matcher(body);
        return match.find() ? match.group(1) : "0";
    }
}
