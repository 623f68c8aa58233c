package org.bitacora.server.guide;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitacora.server.command.ImportCommand;
import org.bitacora.server.testing.PostgresTestResource;

/**
 * Runs the commands of a page in a folder with an admin key and a launcher, like a reader who has started Bitácora
 * there.
 */
record GuideRunner(Path folder) {

    private static final String ELSEWHERE = "localhost:8080";

    /**
     * Runs all commands of a page in one shell, which ends at the first failure, and returns the output of each step.
     */
    List<String> runCommands(Guide guide) throws IOException, InterruptedException {
        prepareFolder(guide.language());
        var shell = new ProcessBuilder("bash", "-euxo", "pipefail", "commands")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile());
        shell.environment().put("BITACORA_PORT", Integer.toString(RestAssured.port));
        Files.writeString(folder.resolve("commands"), commands(guide).replace(ELSEWHERE, serverAddress()));

        var running = shell.start();
        var ended = running.waitFor(2, MINUTES);
        running.destroyForcibly();

        assertThat(ended).as("%s ends", guide).isTrue();
        assertThat(running.exitValue()).as("%s:%n%s", guide, read("told")).isZero();
        return answers(guide);
    }

    private static String serverAddress() {
        return "localhost:" + RestAssured.port;
    }

    /** The launcher of this build, reduced to the import command, in the language of the page. */
    private void prepareFolder(String language) throws IOException {
        Files.createDirectories(folder.resolve(".bitacora"));
        Files.writeString(folder.resolve(".bitacora/admin.key"), PostgresTestResource.ADMIN_KEY);
        var launcher = Files.writeString(folder.resolve("bitacora"), """
                #!/bin/sh
                [ "$1" = import ] && shift && exec '%s' -Duser.language=%s -cp '%s' %s "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        language,
                        System.getProperty("java.class.path"),
                        ImportCommand.class.getName()));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    /**
     * Returns the commands of all steps for one shell, so that a later step can use the variables of an earlier one.
     */
    private static String commands(Guide guide) {
        return steps(guide)
                .mapToObj(it -> "{\n" + guide.steps().get(it).commands() + "} > answer-" + it + "\n")
                .collect(Collectors.joining());
    }

    private List<String> answers(Guide guide) throws IOException {
        var answers = new ArrayList<String>();
        for (int step : steps(guide).toArray()) {
            answers.add(read("answer-" + step).replace(serverAddress(), ELSEWHERE));
        }
        return answers;
    }

    private static IntStream steps(Guide guide) {
        return IntStream.range(0, guide.steps().size());
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
