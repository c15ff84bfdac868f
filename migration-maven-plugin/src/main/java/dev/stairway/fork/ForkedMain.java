package dev.stairway.fork;

import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import dev.stairway.suite.Ending;
import dev.stairway.suite.Engines;
import dev.stairway.suite.Listeners;
import dev.stairway.suite.Suite;
import dev.stairway.suite.SuiteOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The child's side: one run, then the end. Not for users. */
public final class ForkedMain {

    private static final int DONE = 0;
    private static final int CRASHED = 1;

    private ForkedMain() {}

    public static void main(String[] none) throws IOException {
        Files.deleteIfExists(Path.of(System.getProperty(ForkedJvm.CLASS_PATH_FILE)));
        OutputStream toParent = System.out;
        // What user code prints must not get between the messages, and the parent reads it as UTF-8.
        PrintStream printed = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(printed);
        System.setOut(printed);
        Wire wire = new Wire(System.in, toParent, System.err::println);
        KnownLibraries libraries = KnownLibraries.ofThisJvm();
        if (libraries.shipped()) {
            prepare();
        }
        ForkRequest request = wire.receive(ForkRequest.class);
        if (request == null) {
            return;
        }
        request.properties().forEach(System::setProperty);
        Parent parent = Parent.listen(wire);
        wire.send(message(request, libraries, parent));
        // User code may have left threads behind.
        System.exit(DONE);
    }

    /** While the parent still writes its request. */
    private static void prepare() {
        Thread thread = new Thread(() -> Engines.all().values().forEach(Engine::prepare), "stairway-prepare");
        thread.setDaemon(true);
        thread.start();
    }

    private static Message message(ForkRequest request, KnownLibraries libraries, Parent parent) {
        try {
            return Message.ended(run(request, libraries, parent));
        } catch (ProblemException problem) {
            return Message.stopped(problem);
        } catch (InterruptedException | IOException | RuntimeException | Error unexpected) {
            StringWriter trace = new StringWriter();
            unexpected.printStackTrace(new PrintWriter(trace, true));
            return Message.crashed(trace.toString());
        }
    }

    private static Ending run(ForkRequest request, KnownLibraries libraries, Parent parent)
            throws IOException, InterruptedException {
        ClassLoader own = ForkedMain.class.getClassLoader();
        Map<String, Engine> engines = Engines.all(request.servers().redis(), libraries.declared());
        try (URLClassLoader loader = new URLClassLoader("project-test-classes", urls(request.testClassPath()), own);
                ForkedRunners runners = new ForkedRunners(
                        libraries, request.testClassPath(), request.servers().redis(), request.properties())) {
            Mask mask = Mask.of(request.secrets());
            SuiteOptions options = request.optionsWith(loader);
            return Ending.of(new Suite(
                            options,
                            engines,
                            request.servers().providers(parent, loader),
                            Listeners.of(options, mask, parent::log),
                            Clock.systemUTC())
                    .hiding(mask)
                    .with(runners)
                    .taking(new UsualVersions(loader))
                    .besides(
                            request.servers().measuring().providers(parent, loader),
                            request.servers().archiving().providers(parent, loader))
                    .run());
        } finally {
            Engines.close(engines);
        }
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return urls;
    }

    /** Ends this JVM with all its servers, by the shutdown hooks, once the parent is gone. */
    static void parentHasGone() {
        System.exit(CRASHED);
    }
}
