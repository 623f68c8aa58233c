package org.bitacora.exchange.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.EventLog;
import org.bitacora.exchange.spreadsheet.ImportPlan.ImportMode;
import org.bitacora.exchange.spreadsheet.ImportPlan.ImportParameters;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Plans imports. Refuses a request whose import cannot start. The problem lists all faults of the mapping. */
@Singleton
class ImportPlanner {

    private static final int LONGEST_MAPPING = 256 * 1024;
    private static final String SOURCE = "urn:bitacora:import";

    private final EventLog log;
    private final SpreadsheetTemplates spreadsheetTemplates;

    ImportPlanner(EventLog log, SpreadsheetTemplates spreadsheetTemplates) {
        this.log = log;
        this.spreadsheetTemplates = spreadsheetTemplates;
    }

    /** The form of an import request. */
    record ImportForm(
            @Nullable FileUpload file,
            @Nullable String mapping,
            String mode,
            boolean dryRun,
            DetailRenderer detailRenderer) {}

    /** Plans an import and takes over the uploaded file. */
    Uni<ImportPlan> plan(Caller caller, String territory, ImportForm importForm) {
        var file = importForm.file();
        if (file == null) {
            throw FileProblems.invalidFile(Detail.of("The part `file` of the form must contain a CSV or XLSX file."));
        }
        var importParameters = new ImportParameters(
                caller,
                territory,
                name(file),
                mode(importForm.mode()),
                importForm.dryRun(),
                importForm.detailRenderer());
        return log.headPosition(territory)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(end -> {
                    if (end.isEmpty()) {
                        throw ProblemException.notFound(Detail.of("No territory {0} is registered.", territory));
                    }
                    var mapping = mapping(importForm);
                    var source = source(caller, mapping);
                    caller.writeRefusal(source, territory).ifPresent(refusal -> {
                        throw ProblemException.of(Problem.of(refusal));
                    });
                    return plan(importParameters, moveUpload(file.uploadedFile()), mapping, source);
                });
    }

    private static Optional<Mapping> mapping(ImportForm importForm) {
        return Optional.ofNullable(importForm.mapping())
                .filter(it -> !it.isBlank())
                .map(text -> {
                    if (text.length() > LONGEST_MAPPING) {
                        throw ProblemException.invalid(
                                "/mapping", Detail.of("`mapping` must have at most {0} characters.", LONGEST_MAPPING));
                    }
                    return MappingTextParser.parse(text);
                });
    }

    private static String name(FileUpload file) {
        var name = Optional.ofNullable(file.fileName()).orElse("").replaceAll("\\p{Cntrl}", "");
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    private static ImportMode mode(String mode) {
        return switch (mode) {
            case "each" -> ImportMode.EACH;
            case "all" -> ImportMode.ALL;
            default -> throw ProblemException.invalidParameter("mode", Detail.of("`mode` must be `each` or `all`."));
        };
    }

    /**
     * Returns the source of the events: the source of the mapping, otherwise the source of the key. An admin key has no
     * source, so all imports with it share a fixed one.
     */
    private static String source(Caller caller, Optional<Mapping> mapping) {
        return mapping.flatMap(Mapping::source).orElseGet(() -> caller.role() == Role.ADMIN ? SOURCE : caller.source());
    }

    private ImportPlan plan(ImportParameters importParameters, Path path, Optional<Mapping> mapping, String source) {
        try {
            var detectedHeader = mapping.isPresent()
                    ? HeaderDetector.forMapping(path, mapping.get())
                    : HeaderDetector.forTemplate(path, spreadsheetTemplates::findMapping);
            return new ImportPlan(
                    ImportExecutor.newId(),
                    importParameters,
                    path,
                    detectedHeader.mapping(),
                    detectedHeader.header(),
                    source,
                    mapping.map(Mapping::warnings).orElse(List.of()));
        } catch (IOException e) {
            ImportExecutor.delete(path);
            throw FileProblems.problem(e);
        } catch (RuntimeException e) {
            ImportExecutor.delete(path);
            throw e;
        }
    }

    /** Moves the uploaded file, because it is deleted at the end of the request but the import may take longer. */
    private static Path moveUpload(Path upload) {
        try {
            var path = Files.createTempFile("bitacora-import-", "");
            return Files.move(upload, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
