package dev.stairway.fork;

import dev.stairway.crash.Deployment;
import dev.stairway.crash.KillPoint;
import dev.stairway.crash.Runner.Applied;
import dev.stairway.crash.StepWatch;
import dev.stairway.database.Database;
import dev.stairway.database.provider.AttachedDatabases;
import dev.stairway.engine.Engine;
import dev.stairway.loader.IsolatedLoader;
import dev.stairway.suite.Engines;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process that applies migrations and is there to be killed. Not for users. */
public final class RunnerMain {

    private final Wire wire;

    private RunnerMain(Wire wire) {
        this.wire = wire;
    }

    public static void main(String[] none) throws IOException {
        Files.deleteIfExists(Path.of(System.getProperty(ForkedJvm.CLASS_PATH_FILE)));
        OutputStream toParent = System.out;
        PrintStream printed = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(printed);
        System.setOut(printed);
        KnownLibraries libraries = KnownLibraries.ofThisJvm();
        Map<String, Engine> plugins = Engines.all();
        if (libraries.shipped()) {
            plugins.values().forEach(Engine::prepare);
        }
        Wire wire = new Wire(System.in, toParent, System.err::println);
        RunnerRequest request = wire.receive(RunnerRequest.class);
        if (request != null) {
            wire.send(RunnerMessage.reached(0));
        }
        RunnerOrder order = request == null ? null : wire.receive(RunnerOrder.class);
        if (order != null) {
            endWithParent(wire);
            request.properties().forEach(System::setProperty);
            new RunnerMain(wire).run(request, order, libraries);
        }
        // User code may have left threads behind.
        Runtime.getRuntime().halt(0);
    }

    /** Nothing more comes but the end, which comes with the end of the parent however that went. */
    private static void endWithParent(Wire wire) {
        Thread thread = new Thread(
                () -> {
                    try {
                        wire.receive(RunnerOrder.class);
                    } catch (IOException broken) {
                        // The same as its end.
                        Runtime.getRuntime().halt(1);
                    }
                    Runtime.getRuntime().halt(1);
                },
                "stairway-parent");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(RunnerRequest request, RunnerOrder order, KnownLibraries libraries) throws IOException {
        ClassLoader own = RunnerMain.class.getClassLoader();
        Map<String, Engine> engines = Engines.all(request.redis(), libraries.declared());
        try (URLClassLoader loader =
                        new URLClassLoader("project-test-classes", IsolatedLoader.urls(request.testClassPath()), own);
                Database database = AttachedDatabases.open(request.database(), loader)) {
            Deployment deployment = new Deployment(
                    engines.get(request.engine()), request.source().with(loader), database, this::told);
            deployment.run(order.migration(), order.point() == null ? StepWatch.NONE : watch(order.point()));
        } finally {
            Engines.close(engines);
        }
        wire.send(RunnerMessage.end());
    }

    private void told(Applied applied) {
        send(RunnerMessage.applied(applied));
    }

    private StepWatch watch(KillPoint point) {
        return (number, text) -> {
            if (number == point.statement()) {
                send(RunnerMessage.reached(number));
                if (!point.inside()) {
                    waitForTheEnd();
                }
            }
        };
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException userCode) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(RunnerMessage message) {
        try {
            wire.send(message);
        } catch (IOException gone) {
            throw new UncheckedIOException("the parent process has gone", gone);
        }
    }
}
