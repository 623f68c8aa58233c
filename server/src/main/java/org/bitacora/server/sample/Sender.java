package org.bitacora.server.sample;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.api.intake.BatchTaken;
import org.bitacora.application.access.Caller;
import org.bitacora.application.background.Waiting;
import org.bitacora.application.intake.CloudEventReader;
import org.bitacora.application.intake.Intake;
import org.bitacora.application.intake.Outcome;
import org.bitacora.application.intake.Sent;
import org.bitacora.application.territory.Registering;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.json.JsonReader;

/** Sends files of the class path through the intake; waits for the answers, so never on an event loop. */
@Singleton
public class Sender {

    private static final int BATCH = 500;

    private final Intake intake;
    private final Registering registering;

    Sender(Intake intake, Registering registering) {
        this.intake = intake;
        this.registering = registering;
    }

    /** Registers the territories of a JSON array. */
    public void register(String resource) {
        try (var in = open(resource)) {
            if (JsonReader.each(in.readAllBytes(), "") instanceof JsonReader.Values(var items)) {
                items.forEach(item -> register((Json.Obj) item.value()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private void register(Json.Obj registration) {
        var code = new TerritoryCode(registration.text("code").orElseThrow());
        Waiting.on(() -> registering.register(Caller.ADMIN, Territory.of(code, registration.without("code"))));
    }

    /** Sends the events of a file, one on each line, and says what became of them. */
    public String send(String resource) {
        var outcomes = new ArrayList<Outcome>();
        var batch = new ArrayList<Sent>();
        for (var line : lines(resource)) {
            batch.add(CloudEventReader.structured(line.getBytes(StandardCharsets.UTF_8)));
            if (batch.size() == BATCH) {
                outcomes.addAll(send(batch));
                batch.clear();
            }
        }
        outcomes.addAll(send(batch));
        var taken = BatchTaken.of(outcomes, Mode.EACH);
        return taken.appended() + " appended, " + taken.duplicates() + " seen before, " + taken.rejected()
                + " rejected";
    }

    private List<Outcome> send(List<Sent> batch) {
        var all = List.copyOf(batch);
        return Waiting.on(() -> intake.take(Caller.ADMIN, all, new Intake.How(Mode.EACH, false)));
    }

    /** The lines of a file of the class path, without those that are empty. */
    public static List<String> lines(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static InputStream open(String resource) {
        var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("Missing from the application: " + resource);
        }
        return in;
    }
}
