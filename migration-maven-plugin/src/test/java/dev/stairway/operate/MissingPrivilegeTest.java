package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.operate.OperationReport.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user lacks for a migration is told in words, and the database is as before. */
class MissingPrivilegeTest {

    private static final String CANARY = "canary-wrong-8";

    @TempDir
    private Path work;

    @Test
    void aTableOfSomebodyElseIsReadIntoTheBackupOrRefusedAndNeverChangedByHalf() {
        NamedPostgres named = SharedPostgres.get();
        NamedTarget target = Shop.postgres(named, "of_two_owners");
        named.sql("of_two_owners", "CREATE TABLE theirs (id INT)", "INSERT INTO theirs VALUES (1)");
        ChangelogSource source = Shop.changelog(
                work.resolve("changes"),
                List.of(
                        Shop.GOOD.get(0),
                        "ALTER TABLE theirs ADD COLUMN more INT#ALTER TABLE theirs DROP COLUMN more"));
        OperationReport unread = upgrade(source, target);
        assertThat(unread.result()).as(unread.text()).isEqualTo(Result.REFUSED);
        assertThat(unread.text()).contains("permission denied for table theirs");
        named.sql("of_two_owners", "GRANT SELECT ON theirs TO walker");
        Fingerprint before = Operations.fingerprint(target);
        OperationReport fails = upgrade(source, target);
        assertThat(fails.result()).as(fails.text()).isEqualTo(Result.TAKEN_BACK);
        assertThat(fails.reason()).contains("must be owner of table theirs", "was taken back");
        assertThat(Operations.fingerprint(target).same(before)).isTrue();
        // The near miss: its owner may.
        named.sql("of_two_owners", "ALTER TABLE theirs OWNER TO walker");
        OperationReport done = upgrade(source, target);
        assertThat(done.result()).as(done.text()).isEqualTo(Result.DONE);
    }

    private OperationReport upgrade(ChangelogSource source, NamedTarget target) {
        return new Upgrade(new Operations(new LiquibaseEngine(), source, work.resolve("backups")).on(target), "").run();
    }

    @Test
    void aUserOfRedisWithoutACommandThatIsNeededAndAWrongPasswordChangeNothing() throws IOException {
        Path scripts = Files.createDirectories(work.resolve("redis"));
        Files.writeString(scripts.resolve("V1__v2.up.redis"), "RENAME old new\n");
        Files.writeString(scripts.resolve("V1__v2.down.redis"), "RENAME new old\n");
        ChangelogSource source =
                new ChangelogSource("redis", List.of(work), getClass().getClassLoader(), Map.of(), "", "");
        try (RedisDatabase database = (RedisDatabase) TestServers.redis("7.0").fresh("operated");
                RedisConnection user = database.connect()) {
            user.call("SET", "old", "x");
            user.call("ACL", "SETUSER", "clerk", "on", ">" + CANARY, "~*", "&*", "+@all", "-restore");
            String url = database.endpoint().toString();
            for (NamedTarget wrong :
                    List.of(new NamedTarget(url, "clerk", CANARY), new NamedTarget(url, "clerk", CANARY + "9"))) {
                Operations how = new Operations(new RedisEngine(), source, work.resolve("backups"));
                OperationReport report = new Upgrade(how.on(wrong), "").run();
                assertThat(report.result()).as(report.text()).isEqualTo(Result.REFUSED);
                assertThat(report.text()).containsPattern("privileges: RESTORE \\(ACL SETUSER|WRONGPASS");
                assertThat(report + " " + how.said).doesNotContain(CANARY);
            }
            assertThat(user.call("EXISTS", "old")).isEqualTo(1L);
            assertThat(user.call("DBSIZE")).isEqualTo(1L);
            user.call("ACL", "SETUSER", "clerk", "+restore");
            OperationReport done = new Upgrade(
                            new Operations(new RedisEngine(), source, work.resolve("backups"))
                                    .on(new NamedTarget(url, "clerk", CANARY)),
                            "")
                    .run();
            assertThat(done.result()).as(done.text()).isEqualTo(Result.DONE);
        }
    }
}
