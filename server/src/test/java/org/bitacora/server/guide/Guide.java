package org.bitacora.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/guides}, such as {@code sender.es.md}: its text and its commands. The name of the file contains
 * the audience and the language.
 */
record Guide(Path file, String text, List<GuideStep> steps) {

    /** A block of commands, with the documented answers if the page shows any. */
    record GuideStep(String commands, List<DocumentedAnswer> shown) {}

    static final Path FOLDER = Path.of("../docs/guides");

    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    static List<Guide> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Guide::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Guide of(Path file) {
        try {
            var text = Files.readString(file);
            return new Guide(file, text, steps(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<GuideStep> steps(String text) {
        var steps = new ArrayList<GuideStep>();
        FENCE.matcher(text).results().forEach(it -> {
            if (it.group(1).equals("sh")) {
                steps.add(new GuideStep(it.group(2), new ArrayList<>()));
            } else {
                assertThat(steps).as("Commands come before what they answer").isNotEmpty();
                steps.getLast().shown().add(new DocumentedAnswer(it.group(1), it.group(2)));
            }
        });
        return steps;
    }

    String role() {
        return part(0);
    }

    String language() {
        return part(1);
    }

    private String part(int index) {
        return file.getFileName().toString().split("\\.", -1)[index];
    }

    @Override
    public String toString() {
        return role() + "." + language();
    }
}
