package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterObject;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;

/** P42. */
public final class SecdefNoSearchpath implements LintRule {

    private static final Facts FACTS = Facts.of("P42", "secdef-no-searchpath", Severity.WARNING)
            .about("postgresql")
            .catches("A SECURITY DEFINER function trusts the search_path of its caller")
            .when(
                    "A function or procedure is made or altered to be SECURITY DEFINER, and neither it nor a later ALTER of the same"
                            + " migration gives it a search_path of its own.")
            .effect(
                    "Whoever may call it and may make objects in any schema, a temporary one for instance, can put his own table,"
                            + " function or operator in the place of yours, and it runs with the rights of the owner.")
            .instead("SET search_path = pg_catalog, your_schema, pg_temp as part of the function")
            .see("https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (statement.tree() instanceof CreateFunction function) {
            boolean bare = function.securityDefiner() && !function.settings().containsKey("search_path");
            if (bare && !foreign(function) && !setLater(statement, function.function())) {
                tell(statement, function.function(), remarks);
            }
        } else if (statement.tree() instanceof AlterObject alter && makesDefiner(alter)) {
            if (!says(alter, "SEARCH_PATH")
                    && !setLater(statement, alter.name())
                    && !setBefore(statement, alter.name())) {
                tell(statement, alter.name(), remarks);
            }
        }
    }

    private static void tell(StatementView statement, Name function, Remarks remarks) {
        remarks.at(
                statement,
                0,
                function.written(),
                function
                        + " runs with the rights of its owner, and finds tables and functions by the search_path of its caller",
                "Add SET search_path = pg_catalog, " + (function.schema().isEmpty() ? "public" : function.schema())
                        + ", pg_temp to " + function);
    }

    private static boolean foreign(CreateFunction function) {
        return function.language().equalsIgnoreCase("c") || function.language().equalsIgnoreCase("internal");
    }

    private static boolean makesDefiner(AlterObject alter) {
        return Words.of(alter.what()).has("SECURITY", "DEFINER");
    }

    private static boolean setLater(StatementView statement, Name function) {
        return statement.after().stream().anyMatch(later -> setsPath(later, function));
    }

    private static boolean setBefore(StatementView statement, Name function) {
        return statement.before().stream()
                .anyMatch(earlier -> setsPath(earlier, function)
                        || earlier.as(CreateFunction.class)
                                .filter(made -> made.function().same(function))
                                .filter(made -> made.settings().containsKey("search_path"))
                                .isPresent());
    }

    private static boolean setsPath(ParsedStatement statement, Name function) {
        return statement
                .as(AlterObject.class)
                .filter(alter -> alter.name().same(function))
                .filter(alter -> says(alter, "SEARCH_PATH"))
                .isPresent();
    }

    private static boolean says(AlterObject alter, String word) {
        return Words.of(alter.what()).has("SET", word);
    }
}
