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
import org.bitacora.api.intake.BatchResult;
import org.bitacora.application.access.Caller;
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.application.intake.CloudEventReader;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.application.intake.ParsedEvent;
import org.bitacora.application.territory.TerritoryService;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.territory.Territory;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.http.language.DetailRenderer;

/**
 * Submits events from files on the class path to the intake. Blocks until they are processed, so it must not be called
 * on an event loop.
 */
@Singleton
public class SampleLoader {

    private static final int BATCH = 500;

    private final IntakeService intakeService;
    private final TerritoryService territoryService;

    SampleLoader(IntakeService intakeService, TerritoryService territoryService) {
        this.intakeService = intakeService;
        this.territoryService = territoryService;
    }

    /** Registers the territories in a JSON array. */
    public void register(String resource) {
        try (var in = open(resource)) {
            if (JsonReader.readItems(in.readAllBytes(), "") instanceof JsonReader.ParsedValues(var items)) {
                items.forEach(parsedItem -> register((Json.Obj) parsedItem.value()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private void register(Json.Obj registration) {
        var code = new TerritoryCode(registration.text("code").orElseThrow());
        BlockingCalls.await(
                () -> territoryService.register(Caller.ADMIN, Territory.of(code, registration.without("code"))));
    }

    /** Submits the events of a file with one event per line and returns a summary. */
    public String send(String resource) {
        var outcomes = new ArrayList<IntakeResult>();
        var batch = new ArrayList<ParsedEvent>();
        for (var line : readLines(resource)) {
            batch.add(CloudEventReader.readStructured(line.getBytes(StandardCharsets.UTF_8)));
            if (batch.size() == BATCH) {
                outcomes.addAll(send(batch));
                batch.clear();
            }
        }
        outcomes.addAll(send(batch));
        var batchResult = BatchResult.of(outcomes, AppendMode.EACH, DetailRenderer.ENGLISH);
        return batchResult.appended() + " appended, " + batchResult.duplicates() + " duplicates, "
                + batchResult.rejected() + " rejected";
    }

    private List<IntakeResult> send(List<ParsedEvent> batch) {
        var all = List.copyOf(batch);
        return BlockingCalls.await(
                () -> intakeService.submit(Caller.ADMIN, all, IntakeService.IntakeOptions.storing(AppendMode.EACH)));
    }

    /** Returns the lines of a file on the class path that are not blank. */
    public static List<String> readLines(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static InputStream open(String resource) {
        var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("Resource not found on the class path: " + resource);
        }
        return in;
    }
}
