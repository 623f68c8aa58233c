package org.bitacora.exchange.spreadsheet;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.eventlog.EventLog;
import org.bitacora.exchange.spreadsheet.ImportPlan.Mode;
import org.bitacora.exchange.spreadsheet.ImportPlan.Wanted;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Makes plans of what is asked for; what cannot begin is told at once, with everything that is wrong. */
@Singleton
class Asking {

    private static final int LONGEST_MAPPING = 256 * 1024;
    private static final String SOURCE = "urn:bitacora:import";

    private final EventLog log;
    private final Templates templates;

    Asking(EventLog log, Templates templates) {
        this.log = log;
        this.templates = templates;
    }

    /** The form as it was sent. */
    record Form(@Nullable FileUpload file, @Nullable String mapping, String mode, boolean dryRun) {}

    /** A plan; its file is ours from here on. */
    Uni<ImportPlan> plan(Caller caller, String territory, Form form) {
        var file = form.file();
        if (file == null) {
            throw BadFiles.wrong("A CSV or XLSX file is needed, in the form's part \"file\".");
        }
        var wanted = new Wanted(caller, territory, name(file), mode(form.mode()), form.dryRun());
        return log.end(territory).emitOn(Infrastructure.getDefaultWorkerPool()).map(end -> {
            if (end.isEmpty()) {
                throw ProblemException.notFound("No territory " + territory + " is registered.");
            }
            var mapping = mapping(form);
            var source = source(caller, mapping);
            caller.refuses(source, territory).ifPresent(refusal -> {
                throw ProblemException.of(Problem.of(refusal));
            });
            return plan(wanted, kept(file.uploadedFile()), mapping, source);
        });
    }

    private static Optional<Mapping> mapping(Form form) {
        return Optional.ofNullable(form.mapping()).filter(it -> !it.isBlank()).map(text -> {
            if (text.length() > LONGEST_MAPPING) {
                throw ProblemException.invalid(
                        "/mapping", "A mapping has at most " + LONGEST_MAPPING + " characters; this is none.");
            }
            return MappingText.read(text);
        });
    }

    private static String name(FileUpload file) {
        var name = Optional.ofNullable(file.fileName()).orElse("").replaceAll("\\p{Cntrl}", "");
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    private static Mode mode(String mode) {
        return switch (mode) {
            case "each" -> Mode.EACH;
            case "all" -> Mode.ALL;
            default -> throw ProblemException.parameter("mode", "each or all is wanted.");
        };
    }

    /** The mapping's; else that of the key; else, for an admin, who has none, one for all imports. */
    private static String source(Caller caller, Optional<Mapping> mapping) {
        return mapping.flatMap(Mapping::source).orElseGet(() -> caller.role() == Role.ADMIN ? SOURCE : caller.source());
    }

    private ImportPlan plan(Wanted wanted, Path path, Optional<Mapping> mapping, String source) {
        try {
            var opened = mapping.isPresent()
                    ? Opening.with(path, mapping.get())
                    : Opening.withTemplate(path, templates::mapping);
            return new ImportPlan(Importing.newId(), wanted, path, opened.mapping(), opened.header(), source);
        } catch (IOException e) {
            Importing.delete(path);
            throw BadFiles.problem(e);
        } catch (RuntimeException e) {
            Importing.delete(path);
            throw e;
        }
    }

    /** The upload goes with the end of its request; the import goes on. */
    private static Path kept(Path upload) {
        try {
            var path = Files.createTempFile("bitacora-import-", "");
            return Files.move(upload, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
