package dev.stairway.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Engine;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.mybatis.MybatisEngine;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.sql.SqlEngine;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlStatement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptStatementsTest {

    private static final String FUNCTION = "CREATE FUNCTION f() RETURNS void AS $$";

    @TempDir
    private Path directory;

    @Test
    void both_halves_of_golang_migrate_have_exact_places() {
        MigrationStatements said = only(files(new SqlEngine())
                .file("1_a.up.sql", "-- stairway", "CREATE TABLE t (id int);", "  DELETE FROM t;")
                .file("1_a.down.sql", "", "DROP TABLE t;"));
        assertThat(said.up())
                .containsExactly(
                        new SqlStatement("changelog/1_a.up.sql", 2, 1, "CREATE TABLE t (id int)"),
                        new SqlStatement("changelog/1_a.up.sql", 3, 3, "DELETE FROM t"));
        assertThat(said.down()).containsExactly(new SqlStatement("changelog/1_a.down.sql", 2, 1, "DROP TABLE t"));
        assertThat(said.comments()).containsExactly(new ScriptComment("changelog/1_a.up.sql", 1, "stairway"));
    }

    @Test
    void the_parts_of_dbmate_keep_their_lines_and_its_options() {
        MigrationStatements said = only(files(new SqlEngine())
                .file(
                        "1_a.sql",
                        "-- migrate:up transaction:false",
                        "CREATE INDEX CONCURRENTLY i ON t (a);",
                        "-- migrate:down",
                        "DROP INDEX i;"));
        assertThat(said.up()).extracting(SqlStatement::line).containsExactly(2);
        assertThat(said.down()).extracting(SqlStatement::line).containsExactly(4);
        assertThat(said.attributes()).containsEntry("transaction", "false");
        assertThat(said.migration().transactional()).isFalse();
    }

    @Test
    void data_that_no_driver_sends_is_not_covered() {
        ScriptWalks files = mybatis().file("scripts/2_f.sql", "-- // f", "COPY t FROM stdin;", "1", "\\.");
        MigrationStatements said = files.statements("postgresql", "17").get(0);
        assertThat(said.up()).isEmpty();
        assertThat(said.notCovered()).singleElement().asString().contains("COPY");
    }

    @Test
    void mybatis_replaces_variables_and_knows_its_delimiters() {
        ScriptWalks files = mybatis()
                .file(
                        "scripts/2_f.sql",
                        "-- // f",
                        "-- @DELIMITER |",
                        FUNCTION,
                        "BEGIN PERFORM 1;",
                        "END $$ LANGUAGE plpgsql",
                        "|",
                        "-- @DELIMITER ;",
                        "DELETE FROM ${known}.${unknown};",
                        "-- //@UNDO",
                        "DROP FUNCTION f();");
        MigrationStatements said = files.statements("postgresql", "17").get(0);
        assertThat(said.up())
                .extracting(SqlStatement::position)
                .containsExactly("changelog/scripts/2_f.sql:3", "changelog/scripts/2_f.sql:8");
        assertThat(said.up().get(1).sql()).isEqualTo("DELETE FROM x.${unknown}");
        assertThat(said.down())
                .containsExactly(new SqlStatement("changelog/scripts/2_f.sql", 10, 1, "DROP FUNCTION f()"));
        assertThat(said.cut()).isEmpty();
    }

    @Test
    void mybatis_cuts_a_body_at_the_end_of_a_line() {
        ScriptWalks files =
                mybatis().file("scripts/2_f.sql", "-- // f", FUNCTION, "BEGIN PERFORM 1;", "END $$ LANGUAGE plpgsql;");
        MigrationStatements said = files.statements("postgresql", "17").get(0);
        assertThat(said.up()).hasSize(1);
        assertThat(said.cut()).isEqualTo(said.up());
        assertThat(said.down()).isEmpty();
    }

    @Test
    void a_script_of_redis_is_one_statement_each_way() {
        ScriptWalks files = files(new RedisEngine())
                .file("V1__a.up.lua", "-- why", "return redis.call('DEL', KEYS[1])")
                .file("V1__a.down.redis", "# back", "SET a 1");
        MigrationStatements said = files.statements("redis", "7.0").get(0);
        assertThat(said.up()).singleElement().satisfies(script -> {
            assertThat(script.position()).isEqualTo("changelog/V1__a.up.lua:1");
            assertThat(script.sql()).startsWith("-- why\nreturn");
        });
        assertThat(said.down()).hasSize(1);
        assertThat(said.comments()).extracting(ScriptComment::text).containsExactly("why", "back");
    }

    private ScriptWalks mybatis() {
        return files(new MybatisEngine()).file("environments/development.properties", "known=x");
    }

    private ScriptWalks files(Engine engine) {
        return new ScriptWalks(engine, directory);
    }

    private static MigrationStatements only(ScriptWalks files) {
        List<MigrationStatements> said = files.statements("postgresql", "17");
        assertThat(said).hasSize(1);
        return said.get(0);
    }
}
