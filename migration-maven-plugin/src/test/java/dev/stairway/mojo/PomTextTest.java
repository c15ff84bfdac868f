package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PomTextTest {

    private static final String PLUGIN =
            "<plugin><groupId>dev.stairway</groupId><artifactId>migration-maven-plugin</artifactId>%s</plugin>";
    private static final String CONFIGURATION = "<configuration><externalDatabases><externalDatabase>%s"
            + "</externalDatabase></externalDatabases></configuration>";

    private static MavenProject project(String build) throws Exception {
        Model model = new MavenXpp3Reader().read(new StringReader("<project>" + build + "</project>"));
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        return project;
    }

    private static String plugin(String settings) {
        return PLUGIN.formatted(CONFIGURATION.formatted(settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<disposable>${mark}</disposable>",
                "<disposable>${env.MARK}</disposable>",
                "<allowedHosts><host>db.example.com</host><host>${more}</host></allowedHosts>",
                "<managedHosts>${hosts}</managedHosts>",
                "<maxServerMegabytes>${size}</maxServerMegabytes>"
            })
    void whatOpensALockIsNoProperty(String settings) throws Exception {
        for (String place : new String[] {
            "<build><plugins>%s</plugins></build>",
            "<build><pluginManagement><plugins>%s</plugins></pluginManagement></build>",
            "<profiles><profile><id>ci</id><build><plugins>%s</plugins></build></profile></profiles>"
        }) {
            MavenProject project = project(place.formatted(plugin(settings)));
            assertThatThrownBy(() -> PomText.requirePlain(project))
                    .as(place)
                    .hasMessageContaining("lock-3-host")
                    .hasMessageContaining("taken from a property");
        }
    }

    @Test
    void norInAnExecutionOrAParent() throws Exception {
        String execution = PLUGIN.formatted("<executions><execution>"
                + CONFIGURATION.formatted("<disposable>${mark}</disposable>") + "</execution></executions>");
        MavenProject parent = project("<build><plugins>" + execution + "</plugins></build>");
        MavenProject child = project("");
        child.setParent(parent);
        assertThatThrownBy(() -> PomText.requirePlain(child)).hasMessageContaining("<disposable> in the POM");
    }

    @Test
    void aUrlMayBeAPropertyAndSoMayWhatOtherPluginsSay() throws Exception {
        MavenProject project = project("<build><plugins>"
                + plugin("<url>${url}</url><disposable>shop-tests-8c1f2a</disposable>")
                + "<plugin><artifactId>other</artifactId><configuration><disposable>${x}</disposable></configuration></plugin>"
                + "</plugins></build>");
        assertThatCode(() -> PomText.requirePlain(project)).doesNotThrowAnyException();
    }

    /** The descriptor that Maven reads: no user property leads to a named database. */
    @Test
    void theParametersOfNamedDatabasesHaveNoUserProperty() throws IOException {
        try (InputStream in = PomTextTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(in).as("made by maven-plugin-plugin before the tests").isNotNull();
            String descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(descriptor)
                    .contains("<goal>mark-disposable</goal>", "<name>externalDatabases</name>")
                    .doesNotContain("migration.externalDatabases", "migration.redisDisposable", "migration.disposable");
        }
    }
}
