package dev.stairway.engine.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineLibrary;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven may live on for days, with build after build in the same threads. */
class LiquibaseLeakTest {

    private static final int COLLECTIONS = 100;
    private static final long BETWEEN_MILLIS = 50;

    @TempDir
    private Path directory;

    /** In a JVM that gives up soft references at once, as others do when memory runs short: Java's bean reflection has some. */
    @Test
    void nothing_of_a_projects_liquibase_stays_behind_its_walk() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-XX:+UseSerialGC",
                        "-Dstairway.test.liquibases="
                                + Liquibases.jars().get(0).toAbsolutePath().getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LiquibaseLeakTest.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed.lines().filter(line -> line.startsWith("walked")))
                .hasSameSizeAs(Liquibases.jars())
                .allMatch(line -> line.endsWith("nothing stays"));
    }

    /** One walk after the other in one thread. */
    public static void main(String[] arguments) throws Exception {
        for (Path jar : Liquibases.jars()) {
            String version = Liquibases.version(jar);
            ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
            WeakReference<ClassLoader> loader =
                    loaderOfWalk(jar, Files.createDirectory(Path.of(arguments[0], version)), gone);
            // A thread of the walk that has done its work may still be about to end.
            for (int i = 0; i < COLLECTIONS && gone.remove(BETWEEN_MILLIS) == null; i++) {
                System.gc();
            }
            System.out.println("walked " + version + ": " + (loader.get() == null ? "nothing stays" : loader.get()));
        }
        TestServers.sqlite().close();
    }

    private static WeakReference<ClassLoader> loaderOfWalk(Path jar, Path directory, ReferenceQueue<ClassLoader> gone)
            throws Exception {
        try (URLClassLoader project = Liquibases.project(Liquibases.customChange(directory, jar), jar)) {
            EngineLibrary library = new EngineLibrary(Liquibases.version(jar), "");
            LoadedLiquibase liquibase = LoadedLiquibase.isolated(library, project);
            try {
                ChangelogSource source = liquibase.reloaded(Liquibases.changelog(project));
                Walked.through(liquibase.engine(), source, TestServers.sqlite());
                return new WeakReference<>(liquibase.loader(), gone);
            } finally {
                liquibase.close();
            }
        }
    }
}
