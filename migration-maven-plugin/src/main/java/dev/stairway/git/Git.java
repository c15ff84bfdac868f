package dev.stairway.git;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git that is installed, asked in one directory. It only reads. */
final class Git {

    private final Path directory;

    Git(Path directory) {
        this.directory = directory;
    }

    /** What a command says; empty where it fails. */
    String said(String... command) {
        Process process = start(command);
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text : "";
        } catch (IOException e) {
            throw unusable(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw unusable(e);
        }
    }

    /** A command that is talked to; the caller ends it. */
    Process start(String... command) {
        List<String> words = new ArrayList<>(List.of("git", "-C", directory.toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            return builder.start();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private ProblemException unusable(Exception cause) {
        return ProblemException.setup(
                "git cannot be run, which is asked for earlier states of the changelog",
                directory.toString(),
                String.valueOf(cause.getMessage()),
                "Install git and put it on the PATH, or leave baseRef and onlyChangedSince out.",
                cause);
    }
}
