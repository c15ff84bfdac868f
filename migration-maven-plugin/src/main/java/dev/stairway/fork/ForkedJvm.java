package dev.stairway.fork;

import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the child JVM is started.
 *
 * @param home of the JDK or JRE
 * @param classPath of the plugin
 * @param arguments of the user, after ours, so that they win
 * @param libraries that the project has
 */
public record ForkedJvm(Path home, List<Path> classPath, List<String> arguments, KnownLibraries libraries) {

    /**
     * The first compiler only and the simplest collector: both pay for runs of seconds. JVMs that do not know an option
     * ignore it. https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html
     */
    private static final List<String> SHORT_RUN = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Djava.awt.headless=true");

    /** SQLite's driver loads a library of its own, which newer JDKs warn about: https://openjdk.org/jeps/472. */
    private static final List<String> NATIVE_LIBRARIES =
            Runtime.version().feature() < 22 ? List.of() : List.of("--enable-native-access=ALL-UNNAMED");

    /** What a JVM reads at its start only, set by those whose {@code /tmp} runs no programs or whose clock matters. */
    private static final List<String> HANDED_DOWN =
            List.of("java.io.tmpdir", "user.home", "user.timezone", "user.language", "user.country");

    /** Property that names the file of the class path, which the child removes: the parent may be killed at any time. */
    static final String CLASS_PATH_FILE = "stairway.classpath.file";

    public ForkedJvm {
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
    }

    Path executable() {
        String name = File.separatorChar == '\\' ? "java.exe" : "java";
        return home.resolve("bin").resolve(name);
    }

    /** @throws ProblemException when it cannot be started */
    Process start() {
        return start(ForkedMain.class, ProcessBuilder.Redirect.PIPE);
    }

    /**
     * @param main deletes the file that {@link #CLASS_PATH_FILE} names
     * @param errors where its error output goes
     * @throws ProblemException when it cannot be started
     */
    Process start(Class<?> main, ProcessBuilder.Redirect errors) {
        List<String> command = new ArrayList<>();
        command.add(executable().toString());
        command.addAll(SHORT_RUN);
        command.addAll(NATIVE_LIBRARIES);
        command.add("-Dfile.encoding=" + Charset.defaultCharset().name());
        HANDED_DOWN.stream()
                .filter(name -> !System.getProperty(name, "").isEmpty())
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(libraries.arguments());
        command.addAll(arguments);
        try {
            Path classPathFile = Files.createTempFile("stairway-", ".classpath");
            classPathFile.toFile().deleteOnExit();
            Files.write(classPathFile, ("-cp " + quoted()).getBytes(launcherCharset()));
            command.add("-D" + CLASS_PATH_FILE + "=" + classPathFile);
            command.add("@" + classPathFile);
            command.add(main.getName());
            return new ProcessBuilder(command).redirectError(errors).start();
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The JVM of the run cannot be started",
                    executable().toString(),
                    String.valueOf(e.getMessage()),
                    "Check java.home, or play the run inside Maven's own JVM with -Dmigration.fork=false",
                    e);
        }
    }

    /** The launcher reads its files as the system writes them: https://openjdk.org/jeps/400, "native.encoding". */
    private static Charset launcherCharset() {
        return Charset.forName(
                System.getProperty("native.encoding", Charset.defaultCharset().name()));
    }

    /** In a file, since a class path may be longer than a command line; a backslash escapes there. */
    private String quoted() {
        return classPath.stream()
                .map(path -> path.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining(File.pathSeparator, "\"", "\""));
    }
}
