package dev.stairway.lint;

import dev.stairway.lint.schema.SchemaSketch;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The statements of a migration one after the other, each with what is so when it runs.
 *
 * @param migration the way that is walked is its way up
 * @param kept parameters that the session has when it begins
 */
record Walk(MigrationView migration, Setting setting, Map<String, String> kept) {

    /** Those that are understood. @param sketch the schema, which is left as the last one leaves it */
    List<StatementView> over(SchemaSketch sketch) {
        List<StatementView> views = new ArrayList<>();
        Session session = new Session(migration.transactional(), kept);
        for (int at = 0; at < migration.up().size(); at++) {
            ParsedStatement parsed = migration.up().get(at);
            if (parsed.covered()) {
                views.add(new StatementView(
                        parsed, migration, at, sketch.copy(), session.transaction(), session.parameters(), setting));
                session.after(parsed.tree());
                sketch.apply(parsed.tree(), migration.id(), origin(parsed.tree()));
            }
        }
        return views;
    }

    /** With IF NOT EXISTS, a table that has rows in production is not made, and all that follows meets those rows. */
    private Table.Origin origin(SqlTree tree) {
        boolean found = tree instanceof SqlTree.CreateTable made
                && made.ifNotExists()
                && setting.rows(made.table()).orElse(0) > 0;
        return found ? Table.Origin.HISTORY : Table.Origin.RELEASE;
    }

    /**
     * What the sessions of later migrations begin with. Liquibase runs all of a deployment in one, and in each deployment
     * what runs always, so that what such a changeSet sets can be relied on.
     */
    Map<String, String> leaves() {
        boolean liquibase = migration.engine().equals("liquibase");
        if (!liquibase || !migration.attribute("runAlways").equalsIgnoreCase("true")) {
            return kept;
        }
        Session session = new Session(migration.transactional(), kept);
        migration.up().stream().filter(ParsedStatement::covered).forEach(parsed -> session.after(parsed.tree()));
        return session.lasting();
    }
}
