package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.ChangelogSource;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;
import liquibase.sqlgenerator.core.InsertGenerator;
import liquibase.statement.AbstractSqlStatement;
import liquibase.statement.core.InsertStatement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@org.junit.jupiter.api.Tag("liquibase")
class SilentSqlTest {

    private static final Generator GENERATOR = new Generator();

    private final Database database = new PostgresDatabase();
    private final LiquibaseScope scope =
            new LiquibaseScope(new ChangelogSource("", List.of(), getClass().getClassLoader(), Map.of(), "", ""));

    SilentSqlTest() throws Exception {}

    @BeforeAll
    static void register() {
        SqlGeneratorFactory.getInstance().register(GENERATOR);
    }

    @AfterAll
    static void unregister() {
        SqlGeneratorFactory.getInstance().unregister(GENERATOR);
    }

    @Test
    void what_is_executed_is_generated() throws Exception {
        assertThat(generated(Map.of())).hasSize(1);
    }

    @Test
    void nothing_is_generated_for_the_log() throws Exception {
        assertThat(generated(log(true))).isEmpty();
    }

    @Test
    void outside_a_transaction_the_log_still_finds_what_cannot_be_generated() throws Exception {
        assertThat(generated(log(false))).hasSize(1);
    }

    @Test
    void a_statement_that_nobody_generates_stays_unsupported() throws Exception {
        boolean supported = scope.call(() -> {
            SilentSql.install();
            return SqlGeneratorFactory.getInstance().supports(new Unknown(), database);
        });
        assertThat(supported).isFalse();
    }

    /** It casts the first one to that, for every file of data. */
    @Test
    void liquibases_own_generator_of_inserts_stays_the_first() throws Exception {
        Object first = scope.call(() -> {
            SilentSql.install();
            return SqlGeneratorFactory.getInstance()
                    .getGenerators(new InsertStatement(null, null, null), database)
                    .first();
        });
        assertThat(first).isInstanceOf(InsertGenerator.class);
    }

    private Sql[] generated(Map<String, Object> values) throws Exception {
        return scope.call(() -> {
            SilentSql.install();
            return Scope.child(values, () -> SqlGeneratorFactory.getInstance().generateSql(new Known(), database));
        });
    }

    /** The scope in which Liquibase generates for its log. */
    private static Map<String, Object> log(boolean inTransaction) {
        ChangeSet changeSet = new ChangeSet(
                "1", "me", false, false, "db.xml", null, null, inTransaction, new DatabaseChangeLog("db.xml"));
        EmptyChange change = new EmptyChange();
        changeSet.addChange(change);
        return Map.of(Change.SHOULD_EXECUTE, false, ChangeSet.CHANGE_KEY, change);
    }

    private static final class Known extends AbstractSqlStatement {}

    private static final class Unknown extends AbstractSqlStatement {}

    private static final class Generator extends AbstractSqlGenerator<Known> {
        @Override
        public Sql[] generateSql(Known statement, Database database, SqlGeneratorChain<Known> rest) {
            return new Sql[] {new UnparsedSql("SELECT 1")};
        }

        @Override
        public ValidationErrors validate(Known statement, Database database, SqlGeneratorChain<Known> rest) {
            return new ValidationErrors();
        }
    }
}
