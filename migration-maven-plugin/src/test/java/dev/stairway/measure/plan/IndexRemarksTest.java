package dev.stairway.measure.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.measure.plan.IndexRemark.Kind;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Indexes that migrations make. */
class IndexRemarksTest {

    private static final String TABLE = """
            create table item (id integer primary key, a integer, b integer, c varchar(10), p integer references item);
            insert into item
              with recursive n (i) as (select 1 union all select i + 1 from n where i < 3000)
              select i, i % 1000, i, 'c' || i, 1 from n;
            create index item_a_b on item (a, b);
            """;

    private static final String BY_B = "select * from item where b = :b";

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(14), TestServers.postgres(18), TestServers.sqlite());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_index_that_is_there_already_is_told(DatabaseServer server) throws SQLException {
        try (Followed followed = Followed.of(server, "").given(TABLE)) {
            followed.migrate("create index again on item (a, b)");
            followed.migrate("create index beginning on item (a)");
            followed.migrate("create index on_key on item (id)");

            assertThat(followed.indexes())
                    .extracting(IndexRemark::migration, IndexRemark::index, IndexRemark::kind)
                    .contains(
                            tuple("m1", "again", Kind.DUPLICATE),
                            tuple("m2", "beginning", Kind.PREFIX),
                            tuple("m3", "on_key", Kind.DUPLICATE));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_index_that_differs_is_not(DatabaseServer server) throws SQLException {
        try (Followed followed = Followed.of(server, "").given(TABLE)) {
            followed.migrate("create index other_order on item (b, a)");
            followed.migrate("create index other_way on item (a desc, b)");
            followed.migrate("create index part on item (a, b) where c = 'x'");
            followed.migrate("create unique index keeps_apart on item (b, id)");

            assertThat(followed.indexes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_index_that_no_query_uses_is_told(DatabaseServer server) throws SQLException {
        try (Followed followed = Followed.of(server, BY_B).given(TABLE)) {
            followed.migrate("create index for_nobody on item (c)");
            followed.migrate("create index used on item (b)");
            followed.migrate("create index for_the_foreign_key on item (p)");

            assertThat(followed.indexes())
                    .extracting(IndexRemark::migration, IndexRemark::index, IndexRemark::kind)
                    .containsExactly(tuple("m1", "for_nobody", Kind.UNUSED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "create index i on item (c varchar_pattern_ops), create index j on item (c)",
        "create index i on item (c collate \"C\"), create index j on item (c)",
        "create index i on item using hash (b), create index j on item (b)",
        "create index i on item (b) include (c), create index j on item (b)",
        "create index i on item (lower(c)), create index j on item (upper(c))"
    })
    void postgresql_knows_what_an_index_is_for(String first, String second) throws SQLException {
        try (Followed followed = Followed.of(TestServers.postgres(18), "").given(TABLE)) {
            followed.migrate(first);
            followed.migrate(second);

            assertThat(followed.indexes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_expression_can_be_there_twice(DatabaseServer server) throws SQLException {
        try (Followed followed = Followed.of(server, "").given(TABLE)) {
            followed.migrate("create index i on item (lower(c))");
            followed.migrate("create index j on item (lower(c))");

            assertThat(followed.indexes())
                    .extracting(IndexRemark::migration, IndexRemark::index)
                    .containsExactly(tuple("m2", "j"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void who_made_an_index_stays_known_when_its_table_and_column_are_renamed(DatabaseServer server)
            throws SQLException {
        try (Followed followed = Followed.of(server, "").given(TABLE)) {
            followed.migrate("create index again on item (a, b)");
            followed.migrate("alter table item rename to thing");
            followed.migrate("alter table thing rename column a to amount");

            assertThat(followed.indexes())
                    .extracting(IndexRemark::migration, IndexRemark::table, IndexRemark::index)
                    .containsExactly(tuple("m1", "thing", "again"));
        }
    }

    @Test
    void an_index_of_a_partitioned_table_is_used_by_its_parts() throws SQLException {
        String parts = "create table part (id integer, day integer) partition by range (day);"
                + "create table p1 partition of part for values from (0) to (1000);"
                + "create table p2 partition of part for values from (1000) to (9000);"
                + "insert into part select i, i from generate_series(1, 8000) i";
        try (Followed followed = Followed.of(TestServers.postgres(14), "select * from part where id = :id")
                .given(parts)) {
            followed.migrate("create index used on part (id)");
            followed.migrate("create index for_nobody on part (day)");

            assertThat(followed.indexes())
                    .extracting(IndexRemark::index, IndexRemark::kind)
                    .containsExactly(tuple("for_nobody", Kind.UNUSED));
        }
    }
}
