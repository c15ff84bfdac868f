package dev.stairway.database.postgres;

import dev.stairway.database.files.FileTrees;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to run a program that refuses to run as root, as PostgreSQL does.
 *
 * @param prefix put before the command line
 * @param changesUser true when files must be handed to {@link #OTHER_USER} first
 */
record RunAs(List<String> prefix, boolean changesUser) {

    /** The user "nobody" on most systems; an unused number would do as well. */
    static final int OTHER_USER = 65534;

    static final RunAs SELF = new RunAs(List.of(), false);

    // In a user namespace of its own the process keeps access to root's files but no longer is root.
    // https://man7.org/linux/man-pages/man1/unshare.1.html
    static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"), false);

    // Container engines often forbid user namespaces. https://man7.org/linux/man-pages/man1/setpriv.1.html
    static final RunAs OTHER = new RunAs(
            List.of("setpriv", "--reuid=" + OTHER_USER, "--regid=" + OTHER_USER, "--clear-groups", "--no-new-privs"),
            true);

    /** Finds the way that works for the present user. */
    static RunAs detect(Path ownDirectory) throws IOException {
        if (root(ownDirectory)) {
            return Holder.FOR_ROOT;
        }
        // Container platforms run builds under user numbers without a name, which PostgreSQL refuses as well. A user
        // namespace gives them the name of "nobody"; where there is none, the server's own message says what is wrong.
        return nameless(ownDirectory) && NAMESPACE.works() ? NAMESPACE : SELF;
    }

    static boolean root(Path ownDirectory) throws IOException {
        return FileTrees.posix() && Integer.valueOf(0).equals(Files.getAttribute(ownDirectory, "unix:uid"));
    }

    private static boolean nameless(Path ownDirectory) throws IOException {
        return FileTrees.posix()
                && Files.getOwner(ownDirectory)
                        .getName()
                        .equals(Files.getAttribute(ownDirectory, "unix:uid").toString());
    }

    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Where the server's files can be: another user than root cannot enter root's home. */
    Path workDirectory(Path wanted) {
        return changesUser ? Path.of(System.getProperty("java.io.tmpdir")) : wanted;
    }

    /** True when a program really runs as somebody other than root this way. */
    boolean works() {
        try {
            Process test = new ProcessBuilder(command(List.of("sh", "-c", "test \"$(id -u)\" != 0")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return test.waitFor(10, TimeUnit.SECONDS) && test.exitValue() == 0;
            } finally {
                test.destroyForcibly();
            }
        } catch (IOException noSuchTool) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Holder {
        static final RunAs FOR_ROOT = List.of(NAMESPACE, OTHER).stream()
                .filter(RunAs::works)
                .findFirst()
                .orElseThrow(() -> ProblemException.setup(
                        "PostgreSQL refuses to run as root, and no other user can be used",
                        "",
                        "neither 'unshare -U' nor 'setpriv --reuid' works here",
                        "Run the build as an ordinary user, or allow user namespaces in the container",
                        null));
    }
}
