package dev.stairway.database.generic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImplicitCommitTest {

    private final ImplicitCommit advice = new ImplicitCommit();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id int)",
                "  -- why\n /* and how */ alter table t add x int",
                "insert into t values (1); drop table t",
                "/*!40101 SET NAMES utf8 */",
                "TRUNCATE t",
                "call p()",
                "set autocommit = 1",
                "lock tables t write",
                "(create table t (id int))",
                "a text that nobody knows"
            })
    void some_statements_commit(String sql) {
        assertThat(advice.commits(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "-- create table x\n insert into t values ('create table x')",
                "/* drop */ update t set a = 1",
                "(select 1)",
                "with x as (select 1) select * from x",
                "set foreign_key_checks = 0",
                "delete from t;"
            })
    void others_leave_the_transaction_open(String sql) {
        assertThat(advice.commits(sql)).isFalse();
    }
}
