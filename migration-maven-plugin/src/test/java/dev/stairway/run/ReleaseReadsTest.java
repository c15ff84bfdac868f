package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;

/** What the releases around a migration read is asked again after each way. */
@ParameterizedClass
@RedisReleases
class ReleaseReadsTest {

    private static final String UP = RedisWalks.up(RedisWalks.MOVE);
    private static final String DOWN = RedisWalks.down(RedisWalks.MOVE);
    private static final String OLD = "V1.old-release.redis";
    private static final String NEW = "V1.new-release.redis";

    /** A new release that looks under both names. */
    private static final String BOTH = "GET session:v2:user:3\nelse GET session:user:3\n";

    @TempDir
    Path folder;

    private final String release;

    ReleaseReadsTest(String release) {
        this.release = release;
    }

    private RedisWalks redis() {
        return RedisWalks.on(folder, release);
    }

    private static void tells(CellReport report, Rule rule, String... evidence) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.evidence()).singleElement().asString().contains(evidence);
                });
    }

    private static void silent(CellReport report) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings()).as(() -> RedisWalks.text(report)).isEmpty();
    }

    @Test
    void a_key_that_the_old_release_no_longer_finds_is_named_with_command_and_line() {
        tells(
                redis().reading(OLD, "# sessions\nHGETALL cache:tool:3\nGET session:user:3\n")
                        .walk(UP, DOWN),
                Rule.OLD_RELEASE_READS_FAIL,
                OLD + ":3: GET session:user:3 answered a text of 10 bytes (digest ",
                "and now nothing");
    }

    @Test
    void what_the_migration_does_not_touch_is_silent() {
        silent(redis().reading(OLD, "HGETALL cache:tool:3\nGET config:mode\nTYPE cache:tool:4\n")
                .walk(UP, DOWN));
    }

    @Test
    void a_new_release_that_knows_one_name_alone_fails_after_the_way_back() {
        tells(
                redis().reading(NEW, "GET session:v2:user:3").walk(UP, DOWN),
                Rule.NEW_RELEASE_READS_FAIL,
                NEW + ":1: GET session:v2:user:3 answered",
                "now nothing");
    }

    @Test
    void a_new_release_that_looks_under_both_names_is_silent() {
        silent(redis().reading(NEW, BOTH).walk(UP, DOWN));
    }

    @Test
    void another_value_under_the_second_name_is_no_answer() {
        String spoiling = "redis.call('SET', key, 'spoiled', 'KEEPTTL') " + RedisWalks.MOVE;
        CellReport report = redis().declaring("").reading(NEW, BOTH).walk(UP, RedisWalks.down(spoiling));
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .filteredOn(finding -> finding.rule() == Rule.NEW_RELEASE_READS_FAIL)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .singleElement()
                        .asString()
                        .contains("and now GET session:user:3 answers a text of 7 bytes")
                        .doesNotContain("spoiled"));
    }

    @Test
    void another_type_is_told_as_the_error_that_the_release_gets() {
        String hash = "redis.call('DEL', key) redis.call('HSET', key, 'user', id) ";
        String text = "redis.call('DEL', key) redis.call('SET', key, '{\"user\":' .. id .. '}') ";
        CellReport report = RedisWalks.on(folder, release)
                .declaring("session:user:{id} -> session:user:{id} value changed ttl changed")
                .reading(OLD, "GET session:user:3")
                .walk(
                        RedisWalks.up("if redis.call('TYPE', key).ok == 'string' then " + hash + "end"),
                        RedisWalks.up("if redis.call('TYPE', key).ok == 'hash' then " + text + "end"));
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .filteredOn(finding -> finding.rule() == Rule.OLD_RELEASE_READS_FAIL)
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .singleElement()
                        .asString()
                        .contains("the error WRONGTYPE"));
    }

    @Test
    void a_life_time_that_goes_on_is_silent_and_one_that_ends_is_not() {
        silent(redis().reading(
                        NEW,
                        "PTTL session:v2:user:3\nelse PTTL session:user:3\nTTL session:v2:user:4\nelse TTL session:user:4")
                .walk(UP, DOWN));
        CellReport report = redis().reading(NEW, "TTL session:v2:user:3\nelse TTL session:user:3")
                .walk(UP, RedisWalks.down("redis.call('PERSIST', key) " + RedisWalks.MOVE));
        assertThat(report.findings())
                .as(() -> RedisWalks.text(report))
                .extracting(Finding::rule)
                .contains(Rule.NEW_RELEASE_READS_FAIL);
    }

    @Test
    void a_migration_in_java_is_asked_about_as_well() {
        tells(
                redis().reading(OLD, "GET session:user:3").walk(Moving.ByScript.class),
                Rule.OLD_RELEASE_READS_FAIL,
                OLD + ":1: GET session:user:3");
        silent(redis().reading(NEW, BOTH).walk(Moving.ByScript.class));
    }

    @Test
    void a_read_that_finds_nothing_in_its_own_format_shows_nothing() {
        tells(
                redis().reading(OLD, "GET session:usr:3").walk(UP, DOWN),
                Rule.RELEASE_READS_NOTHING,
                OLD + ":1: GET session:usr:3");
    }
}
