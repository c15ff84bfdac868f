package dev.stairway.compare.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a migration can have changed is looked at again, by the words of its statements. */
class TouchedTest {

    private static final String[] SHOP = {
        "create table city (id integer primary key)",
        "create table customer (id integer primary key, city_id integer references city (id) on delete cascade)",
        "create table note (id integer primary key)",
        "create view notes as select id from note",
        "create table log (id integer, part integer) partition by list (part)",
        "create table log_1 partition of log for values in (1)"
    };

    private static Set<String> after(String... statements) throws SQLException {
        try (Beside beside =
                Beside.of(TestServers.postgres(14), TestServers.postgres(18)).run(SHOP)) {
            Touched touched = new Touched();
            List<Found> all = Found.of(beside.members());
            Set<String> names = RowComparison.everywhere(all);
            assertThat(touched.of(all, names)).as("at first").containsExactly("city", "customer", "log", "note");
            touched.nothing();
            for (String statement : statements) {
                beside.run(statement);
                touched.by(statement);
            }
            List<Found> now = Found.of(beside.members());
            return touched.of(now, RowComparison.everywhere(now));
        }
    }

    @Test
    void a_statement_touches_the_tables_that_it_names_and_their_children() throws SQLException {
        assertThat(after("INSERT INTO public.\"note\" VALUES (1)")).containsExactly("note");
        assertThat(after("delete from city")).containsExactly("city", "customer");
        assertThat(after("alter table note add column a integer")).containsExactly("note");
    }

    @Test
    void what_words_do_not_tell_touches_everything() throws SQLException {
        String[] all = {"city", "customer", "log", "note"};
        assertThat(after("insert into notes values (1)")).as("a view").contains(all);
        assertThat(after("insert into log_1 values (1, 1)")).as("a partition").contains(all);
        assertThat(after("do $$ begin delete from note; end $$")).as("a block").contains(all);
        assertThat(after(
                        "create function f() returns trigger language plpgsql as $$ begin return new; end $$",
                        "create trigger t after insert on city execute function f()",
                        "insert into city values (1)"))
                .as("a trigger")
                .contains(all);
    }
}
