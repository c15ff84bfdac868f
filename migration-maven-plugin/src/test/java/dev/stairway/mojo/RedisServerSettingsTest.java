package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.redis.RedisTarget;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Secrets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class RedisServerSettingsTest {

    private static final String URL = "redis://localhost:6379/3";

    @Test
    void thePasswordComesFromTheVariableOfThatName() {
        assertThat(target(URL, new CredentialSettings("redis", null, null, null, "MINE"))
                        .password())
                .isEqualTo("one");
        assertThat(target(URL, new CredentialSettings("redis", null, null, null, "UNSET"))
                        .password())
                .isEmpty();
        assertThat(target(URL, new CredentialSettings("redis", null, null, null, null))
                        .password())
                .isEmpty();
    }

    @Test
    void withoutAUrlThereIsNoServer() {
        CredentialSettings mine = new CredentialSettings("redis", null, null, null, "MINE");

        assertThat(target(null, mine)).isNull();
        assertThat(target(" ", mine)).isNull();
    }

    @Test
    void aServerThatNoDatabaseMeansIsToldWithWhatToAdd() {
        RedisTarget target = RedisTarget.of("redis://ann@localhost:6379/3", null, "secret");

        assertThat(RedisServerSettings.unused(target, changelogs("redis"), databases("redis:7.0", "sqlite")))
                .hasValue("<redisUrl> names redis://localhost:6379/3, and nothing is walked there: the databases are"
                        + " redis:7.0, sqlite. Add redis, without a version, to <databases> (-Dmigration.databases)");
        assertThat(RedisServerSettings.unused(target, changelogs("liquibase"), databases("redis", "sqlite")))
                .hasValue(
                        "<redisUrl> names redis://localhost:6379/3, and nothing is walked there: there is no changelog"
                                + " of Redis scripts on redis, sqlite. Add redis, without a version, to <databases>"
                                + " (-Dmigration.databases), and scripts to src/main/redis");
    }

    @Test
    void aServerThatIsWalkedIsNoNews() {
        RedisTarget target = RedisTarget.of(URL, null, null);

        assertThat(RedisServerSettings.unused(target, changelogs("liquibase", "redis"), databases("sqlite", "redis")))
                .isEmpty();
        assertThat(RedisServerSettings.unused(null, changelogs("liquibase"), databases("sqlite")))
                .isEmpty();
    }

    private static List<NamedChangelog> changelogs(String... engines) {
        return Stream.of(engines)
                .map(engine -> new NamedChangelog(engine, engine, null))
                .toList();
    }

    private static List<DatabaseRequest> databases(String... names) {
        return Stream.of(names).map(DatabaseRequest::parse).toList();
    }

    @Test
    void theServerOfTheSettingsComesBeforeTheVariable() {
        CredentialSettings both = new CredentialSettings("redis", null, "cache", null, "MINE");

        RedisTarget target = target(URL, both);

        assertThat(target.user()).isEqualTo("ann");
        assertThat(target.password()).isEqualTo("decrypted");
        assertThat(target("redis://bob@localhost:6379/3", both).user()).isEqualTo("bob");
    }

    private static RedisTarget target(String url, CredentialSettings named) {
        CredentialLookup lookup = new CredentialLookup(
                settings(), decrypter(List.of()), Map.of("MINE", "one", "OTHER", "two"), new Secrets());
        return RedisServerSettings.target(url, null, () -> lookup.find(named));
    }

    @Test
    void aServerThatIsNotInTheSettingsIsRefused() {
        assertThat(SettingsServer.decrypted("redisServerId", null, settings(), decrypter(List.of())))
                .isNull();
        assertThatThrownBy(() -> SettingsServer.decrypted("redisServerId", "cash", settings(), decrypter(List.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("have no server cash");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsRefusedAndNotShown() {
        SettingsProblem problem =
                new DefaultSettingsProblem("{secret}", SettingsProblem.Severity.ERROR, "", -1, -1, null);
        assertThatThrownBy(() ->
                        SettingsServer.decrypted("redisServerId", "cache", settings(), decrypter(List.of(problem))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be decrypted")
                .message()
                .doesNotContain("secret");
    }

    private static Settings settings() {
        Settings settings = new Settings();
        settings.addServer(server("{secret}"));
        return settings;
    }

    private static Server server(String password) {
        Server server = new Server();
        server.setId("cache");
        server.setUsername("ann");
        server.setPassword(password);
        return server;
    }

    private static SettingsDecrypter decrypter(List<SettingsProblem> problems) {
        return request -> new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return server("decrypted");
            }

            @Override
            public List<Server> getServers() {
                return List.of(getServer());
            }

            @Override
            public org.apache.maven.settings.Proxy getProxy() {
                return null;
            }

            @Override
            public List<org.apache.maven.settings.Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return problems;
            }
        };
    }
}
