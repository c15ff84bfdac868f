package dev.stairway.script.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every statement that was cut out is one that the server takes, and says so by what it leaves behind. */
class SqlScriptOnServersTest {

    private static final String POSTGRES = """
            create table log (id int generated always as identity, "a;b" text); -- ; none
            create function f() returns trigger language plpgsql as $f$
            begin insert into log ("a;b") values ($$f;$$); return new; end; $f$;
            create or replace procedure p(a int) language sql begin atomic
              insert into log ("a;b") values (case when a = 1 then 'one' end); insert into log ("a;b") values ('p;');
            end;
            create table t (a int); /* ; /* ; */ ; */
            create trigger g before insert on t for each row execute function f();
            create rule r as on delete to t do also (insert into log ("a;b") values ('r'); insert into log ("a;b") values ('r;'));
            insert into t values (1); call p(1);
            delete from t;
            insert into log ("a;b") values (E'it\\'s;' -- more
              '\\';'), (U&'d\\0061t;'), ('\\');
            do $$ begin perform 1; end $$
            """;

    private static final String SQLITE = """
            create table log (id integer primary key, [a;b] text); -- ; none
            create table `t;` (a int); /* ; /* ; */
            create trigger if not exists "g;" after insert on `t;` begin
              insert into log ([a;b]) values (case new.a when 1 then 'one;' end);
              insert into log ([a;b]) select 'end;' /* ; */;
            end;
            insert into `t;` values (1); insert into log ([a;b]) values ('\\'), ('it''s;')
            """;

    @Test
    void postgresTakesEveryStatement() throws SQLException {
        assertThat(rows(TestServers.postgres(17), POSTGRES, SqlSyntax.POSTGRESQL, 11))
                .isEqualTo(8);
    }

    @Test
    void sqliteTakesEveryStatement() throws SQLException {
        assertThat(rows(TestServers.sqlite(), SQLITE, SqlSyntax.SQLITE, 5)).isEqualTo(4);
    }

    private static int rows(DatabaseServer server, String script, SqlSyntax syntax, int count) throws SQLException {
        List<SqlStatement> statements = SqlScript.statements("a.sql", script, syntax);
        assertThat(statements).hasSize(count);
        try (server;
                Database database = server.fresh("split");
                Connection connection = ((JdbcDatabase) database).connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (SqlStatement next : statements) {
                statement.execute(next.sql());
            }
            try (var counted = statement.executeQuery("select count(*) from log")) {
                counted.next();
                return counted.getInt(1);
            }
        }
    }
}
