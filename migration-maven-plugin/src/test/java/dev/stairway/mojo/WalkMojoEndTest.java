package dev.stairway.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.stairway.suite.Ending;
import dev.stairway.suite.GitHubActions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a goal tells how it ended, whatever goes wrong meanwhile. */
class WalkMojoEndTest {

    private static final Ending FAILED = new Ending(List.of(), List.of(), "1 error", true, "rollback fails; 1 error");
    private static final Ending PASSED = new Ending(List.of(), List.of(), "all is well", false, "");

    @TempDir
    private Path directory;

    private final List<String> logged = new ArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    private interface Play {
        Ending ending() throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_summary_of_the_job_that_cannot_be_written_hides_neither_the_record_nor_the_failure() throws Exception {
        TestMojo mojo = mojo(() -> ran(FAILED));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("rollback fails; 1 error");
        assertThat(Files.readString(trail())).contains("\"result\":\"FAILED\"");
        assertThat(received).singleElement().asString().contains("migrations failed");
        assertThat(logged).anyMatch(line -> line.contains("The summary of the job cannot be written"));
    }

    @Test
    void nor_does_it_fail_a_build_that_was_recorded_as_passed() throws Exception {
        mojo(() -> ran(PASSED)).execute();

        assertThat(Files.readString(trail())).contains("\"result\":\"PASSED\"");
        assertThat(logged).anyMatch(line -> line.contains("The summary of the job cannot be written"));
    }

    @Test
    void an_error_of_the_virtual_machine_is_recorded_and_told() throws Exception {
        NoClassDefFoundError error = new NoClassDefFoundError("org/example/Driver");
        TestMojo mojo = mojo(() -> {
            throw error;
        });

        assertThatThrownBy(mojo::execute).isSameAs(error);
        assertThat(Files.readString(trail())).contains("\"result\":\"STOPPED\"", "Unexpected: NoClassDefFoundError");
        assertThat(received).singleElement().asString().contains("did not come to its end");
    }

    @Test
    void a_run_that_is_refused_because_of_its_trail_is_told_and_leaves_what_an_earlier_one_has_written()
            throws Exception {
        Files.createDirectories(directory.resolve("out"));
        Files.writeString(directory.resolve("out/metrics.json"), "the anchor");
        Files.writeString(trail(), "spoiled\n");
        TestMojo mojo = mojo(() -> {
            throw new AssertionError("it runs");
        });

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The audit trail is damaged");
        assertThat(Files.readString(directory.resolve("out/metrics.json"))).isEqualTo("the anchor");
        assertThat(received)
                .singleElement()
                .asString()
                .contains("the run could not be recorded", "The audit trail is damaged");
    }

    @Test
    void a_run_that_begins_forgets_what_an_earlier_one_has_written() throws Exception {
        Files.createDirectories(directory.resolve("out"));
        Files.writeString(directory.resolve("out/metrics.json"), "of an earlier one");

        assertThatThrownBy(mojo(() -> {
                    throw new IOException("before it has written anything");
                })::execute)
                .isInstanceOf(MojoExecutionException.class);
        assertThat(directory.resolve("out/metrics.json")).doesNotExist();
    }

    private Path trail() {
        return directory.resolve("audit.jsonl");
    }

    private Ending ran(Ending ending) throws IOException {
        Files.createDirectories(directory.resolve("out"));
        Files.writeString(directory.resolve("out/summary.md"), "# Summary");
        Files.writeString(directory.resolve("out/metrics.json"), """
                {"formatVersion": "1.0", "run": {"goal": "test", "project": "com.example:shop:1.0", "tool": {}},
                 "gate": {"failed": %s, "reasons": []}}""".formatted(ending.gateFailed()));
        return ending;
    }

    private TestMojo mojo(Play play) throws ReflectiveOperationException {
        Map<String, String> job = Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_STEP_SUMMARY",
                directory.resolve("nowhere/summary").toString());
        TestMojo mojo = new TestMojo() {
            @Override
            Ending play(ProjectPaths paths) throws IOException {
                return play.ending();
            }

            @Override
            GitHubActions gitHubActions() {
                return new GitHubActions(job, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
            }
        };
        MavenProject project = new MavenProject();
        project.setFile(directory.resolve("pom.xml").toFile());
        WebhookParameter webhook = new WebhookParameter();
        set(
                webhook,
                WebhookParameter.class,
                "url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        set(mojo, AbstractServersMojo.class, "project", project);
        set(mojo, AbstractServersMojo.class, "settings", new Settings());
        set(mojo, AbstractServersMojo.class, "repositorySession", online());
        set(mojo, AbstractServersMojo.class, "session", session());
        set(mojo, AbstractOutputsMojo.class, "auditFile", trail().toFile());
        set(mojo, AbstractOutputsMojo.class, "webhooks", List.of(webhook));
        set(mojo, TestMojo.class, "outputDirectory", directory.resolve("out").toFile());
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                logged.add(content.toString());
            }
        });
        return mojo;
    }

    private static RepositorySystemSession online() {
        return (RepositorySystemSession) Proxy.newProxyInstance(
                RepositorySystemSession.class.getClassLoader(),
                new Class<?>[] {RepositorySystemSession.class},
                (proxy, method, arguments) -> method.getName().equals("isOffline") ? false : null);
    }

    /** Maven itself has no other way to make one. */
    @SuppressWarnings("deprecation")
    private static MavenSession session() {
        return new MavenSession(null, online(), new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
    }

    private static void set(Object object, Class<?> type, String field, Object value)
            throws ReflectiveOperationException {
        var declared = type.getDeclaredField(field);
        declared.setAccessible(true);
        declared.set(object, value);
    }
}
