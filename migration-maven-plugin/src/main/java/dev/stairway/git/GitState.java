package dev.stairway.git;

import dev.stairway.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit of the repository that holds a directory.
 *
 * @param top of the work tree
 * @param commit its hash
 * @param name as the user wrote it
 */
public record GitState(Path top, String commit, String name) {

    /**
     * Looks a name up.
     *
     * @param ref branch, tag or commit: {@code origin/main}
     * @throws ProblemException when there is no git, no repository, or no such commit
     */
    public static GitState of(String ref, Path directory) {
        Git git = new Git(directory);
        String top = git.said("rev-parse", "--show-toplevel").strip();
        if (top.isEmpty()) {
            throw ProblemException.setup(
                    "The project is in no git repository, so nothing is known of '" + ref + "'",
                    directory.toString(),
                    "",
                    "Leave baseRef and onlyChangedSince out, or build in a clone of the repository.",
                    null);
        }
        String commit = ref.startsWith("-")
                ? ""
                : git.said("rev-parse", "--verify", "--quiet", ref + "^{commit}")
                        .strip();
        if (commit.isEmpty()) {
            throw ProblemException.setup(
                    "The repository has no '" + ref + "'",
                    top,
                    "git rev-parse finds no commit of that name",
                    "Fetch it first (git fetch origin); a shallow clone has its own branch alone, so fetch the whole"
                            + " history in the build server.",
                    null);
        }
        return new GitState(Path.of(top), commit, ref);
    }

    /**
     * Writes the files that this state has below a directory of the work tree, under the same names below another one.
     *
     * @return how many there are; 0 when the directory was not there, or lies outside of the repository
     */
    public int copy(Path from, Path to) throws IOException {
        Path tree = top.toRealPath();
        Path wanted =
                Files.exists(from) ? from.toRealPath() : from.toAbsolutePath().normalize();
        if (!wanted.startsWith(tree)) {
            return 0;
        }
        String prefix = tree.relativize(wanted).toString().replace('\\', '/');
        List<String> files = files(prefix);
        if (files.isEmpty()) {
            return 0;
        }
        Process batch = new Git(top).start("cat-file", "--batch");
        try (OutputStream asks = batch.getOutputStream();
                InputStream answers = new BufferedInputStream(batch.getInputStream())) {
            for (String file : files) {
                asks.write((commit + ":" + file + "\n").getBytes(StandardCharsets.UTF_8));
                asks.flush();
                Path target = to.resolve(prefix.isEmpty() ? file : file.substring(prefix.length() + 1));
                Files.createDirectories(target.getParent());
                Files.write(target, content(answers));
            }
        } finally {
            batch.destroy();
        }
        return files.size();
    }

    /** Names from the top. A name with a line end in it is no changelog's. */
    private List<String> files(String prefix) {
        List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit));
        if (!prefix.isEmpty()) {
            command.add("--");
            command.add(prefix + "/");
        }
        String said = new Git(top).said(command.toArray(String[]::new));
        return List.of(said.split("\0")).stream()
                .filter(name -> !name.isEmpty() && !name.contains("\n"))
                .toList();
    }

    /** https://git-scm.com/docs/git-cat-file#_batch_output */
    private static byte[] content(InputStream answers) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("git has ended before it answered");
            }
            header.write(next);
        }
        String[] words = header.toString(StandardCharsets.UTF_8).split(" ");
        if (words.length != 3 || !words[1].equals("blob")) {
            // A submodule: its files are another repository's.
            return new byte[0];
        }
        byte[] content = answers.readNBytes(Integer.parseInt(words[2]));
        answers.skipNBytes(1);
        return content;
    }
}
