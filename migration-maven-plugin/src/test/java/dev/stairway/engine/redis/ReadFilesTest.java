package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with the commands that releases read with. */
class ReadFilesTest {

    @TempDir
    Path root;

    private final List<Path> reads = new ArrayList<>();

    private Migration read() {
        RedisStepper.SESSIONS.forEach((name, text) -> RedisStepper.write(root, name, text));
        ChangelogSource source = new ChangelogSource(
                "redis", List.of(root), getClass().getClassLoader(), Map.of(), "", "", List.of(), reads, Map.of());
        return new RedisEngine().read(source).migrations().get(0);
    }

    private void file(String name, String text) throws IOException {
        reads.add(Files.writeString(root.resolve(name), text));
    }

    private void refuses(String... messages) {
        assertThatThrownBy(this::read)
                .isInstanceOf(ProblemException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(messages));
    }

    @Test
    void theyBelongToTheMigrationOfTheirVersion() throws IOException {
        file("V7.old-release.redis", "# comment\n\nGET \"a key\"\n");
        file("V007.new-release.redis", "GET new:1\nelse GET old:1\nelse HGET old 1\nTTL new:1\n");

        Migration migration = read();

        assertThat(migration.reads().oldRelease()).singleElement().satisfies(read -> {
            assertThat(read.where()).isEqualTo("V7.old-release.redis:3");
            assertThat(read.alternatives().get(0).get(1))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("a key");
        });
        assertThat(migration.reads().newRelease())
                .extracting(read -> read.alternatives().size())
                .containsExactly(3, 1);
    }

    @Test
    void aCommandThatWritesIsRefused() throws IOException {
        file("V007.old-release.redis", "GET a\nSET a secret\n");
        refuses("SET cannot stand in a file of reads", "V007.old-release.redis:2", "GET, HGETALL");
    }

    @Test
    void aWriteBehindElseIsRefusedToo() throws IOException {
        file("V007.old-release.redis", "GET a\nelse DEL a\n");
        refuses("DEL cannot stand", "V007.old-release.redis:2");
    }

    @Test
    void anElseWithoutACommandBeforeItIsRefused() throws IOException {
        file("V007.new-release.redis", "else GET a\n");
        refuses("'else' stands for nothing here", "V007.new-release.redis:1");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefusedWithoutTheLine() throws IOException {
        file("V007.old-release.redis", "GET \"secret\n");
        assertThatThrownBy(this::read)
                .hasMessageContaining("the quote \" is not closed")
                .hasMessageContaining("V007.old-release.redis:1")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aVersionThatNoMigrationHasIsRefused() throws IOException {
        file("V008.old-release.redis", "GET a\n");
        refuses("No migration has version 8", "V008.old-release.redis", "[7]");
    }

    @Test
    void aNameThatIsNearlyRightIsRefused() throws IOException {
        file("007.old-release.redis", "GET a\n");
        refuses("The name of this file cannot be read", "V<version>.<old|new>-release.redis");
    }

    @Test
    void twoFilesOfOneReleaseAreRefused() throws IOException {
        file("V007.old-release.redis", "GET a\n");
        file("V7.old-release.redis", "GET b\n");
        refuses("Two files hold the reads of one release", "V007.old-release.redis");
    }

    @Test
    void aFileWithoutACommandIsRefused() throws IOException {
        file("V007.old-release.redis", "# nothing yet\n");
        refuses("This file holds no command", "V007.old-release.redis");
    }
}
