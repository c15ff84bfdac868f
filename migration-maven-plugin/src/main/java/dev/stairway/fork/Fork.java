package dev.stairway.fork;

import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.problem.ProblemException;
import dev.stairway.suite.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays a run in a child JVM and waits for its end.
 *
 * <p>A run is over before an optimising compiler pays, and on a machine with two processors that compiler takes a third of
 * all time away from the databases; the JVM of the build has to keep it, a JVM of our own does not. Besides, user code that
 * loads native libraries, ends the JVM or fills its memory does no harm to the build.
 */
public final class Fork {

    private static final long FAREWELL_SECONDS = 20;
    /** What an ended process has printed is there already and only has to be read. */
    private static final long OUTPUT_MILLIS = 5_000;
    /** How the logging façade, which comes from Maven, says that nothing listens to it in the child. */
    private static final String NO_LOGGING = "SLF4J";

    private final ForkedJvm jvm;
    private final BinaryResolver resolver;
    private final Consumer<String> log;
    private final Consumer<String> printed;

    /**
     * @param log takes the lines of the run
     * @param printed takes what the child and user code in it print
     */
    public Fork(ForkedJvm jvm, BinaryResolver resolver, Consumer<String> log, Consumer<String> printed) {
        this.jvm = jvm;
        this.resolver = resolver;
        this.log = log;
        this.printed = printed;
    }

    /**
     * Runs to the end.
     *
     * @throws ProblemException as the run itself would throw it, or when the JVM cannot run
     */
    public Ending run(ForkRequest request) throws InterruptedException {
        Process process = jvm.start();
        try {
            Thread printing = print(process.getErrorStream());
            Message last = converse(new Wire(process.getInputStream(), process.getOutputStream(), printed), request);
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            // Not for ever: a program that user code has left behind may keep the stream open.
            printing.join(OUTPUT_MILLIS);
            return ending(last, process);
        } finally {
            end(process);
        }
    }

    private Message converse(Wire wire, ForkRequest request) {
        try {
            wire.send(request);
            Message message = wire.receive(Message.class);
            while (message != null && (message.log() != null || message.resolve() != null)) {
                if (message.log() != null) {
                    log.accept(message.log());
                } else {
                    wire.send(resolve(message.resolve()));
                }
                message = wire.receive(Message.class);
            }
            return message;
        } catch (IOException broken) {
            return Message.crashed(broken.toString());
        }
    }

    private Message resolve(Message.Coordinates wanted) {
        try {
            return Message.resolved(resolver.resolve(wanted.groupId(), wanted.artifactId(), wanted.version()));
        } catch (ProblemException problem) {
            return Message.stopped(problem);
        }
    }

    private Ending ending(Message last, Process process) {
        if (last != null && last.ended() != null) {
            return last.ended();
        }
        if (last != null && last.stopped() != null) {
            throw new ProblemException(last.stopped().blame(), last.stopped().problem());
        }
        throw ProblemException.setup(
                "The JVM of the run ended before the run did",
                jvm.executable().toString(),
                "exit code " + process.exitValue()
                        + (last == null ? "" : "\n" + last.crashed().strip()),
                "Look at what it printed above; -Dmigration.fork=false plays the run inside Maven's own JVM,"
                        + " -Dmigration.argLine=-Xmx2g gives it more memory",
                null);
    }

    private Thread print(InputStream stream) {
        Thread thread = new Thread(() -> forward(stream), "stairway-fork-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void forward(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith(NO_LOGGING)) {
                    printed.accept(line);
                }
            }
        } catch (IOException closed) {
            printed.accept("(output of the run's JVM ended: " + closed.getMessage() + ")");
        }
    }

    /** Its shutdown hooks stop the servers, so it is asked first. */
    private static void end(Process process) throws InterruptedException {
        if (process.isAlive()) {
            process.destroy();
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
