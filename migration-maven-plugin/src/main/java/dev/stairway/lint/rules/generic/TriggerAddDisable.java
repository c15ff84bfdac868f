package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTrigger;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.SetParameter;
import dev.stairway.script.sql.tree.TableAction.SwitchTrigger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Triggers that are switched off, and new ones that delete. */
public final class TriggerAddDisable implements LintRule {

    private static final Pattern DELETES =
            Pattern.compile("\\bDELETE\\s+FROM\\s+[\"`\\[]?(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G50", "trigger-add-disable", Severity.WARNING)
            .about("postgresql", "sqlite")
            .catches("A trigger that is disabled, or a new one that deletes rows of another table")
            .when(
                    "ALTER TABLE ... DISABLE TRIGGER ALL; any other DISABLE TRIGGER that the migration does not take back;"
                            + " session_replication_role = replica; on SQLite, a new trigger on a table that exists already and deletes"
                            + " rows of another one. The lock of CREATE TRIGGER on PostgreSQL is told by create-trigger-lock.")
            .effect(
                    "What triggers guard or keep up to date is not, for everybody and not only for the migration; ALL switches foreign"
                            + " keys off as well, and nothing checks the rows later. A trigger that deletes does so out of sight of the"
                            + " application.")
            .instead(
                    "Disable one trigger by its name, and enable it again in the same migration; check the rows that came in meanwhile")
            .see(
                    "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DISABLE-ENABLE-TRIGGER",
                    "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SESSION-REPLICATION-ROLE",
                    "https://www.sqlite.org/lang_createtrigger.html")
            .provenBy(Proof.LOSES_DATA, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement.as(AlterTable.class).ifPresent(altered -> altered(statement, altered, remarks));
        statement
                .as(SetParameter.class)
                .filter(set -> set.parameter().equals("session_replication_role")
                        && set.value().equalsIgnoreCase("replica"))
                .ifPresent(set -> remarks.at(
                        statement,
                        0,
                        set.parameter(),
                        "Triggers and foreign keys of every table are off for the rest of the session"));
        statement
                .as(CreateTrigger.class)
                .filter(made -> statement.targets().is("sqlite") && !statement.isNew(made.table()))
                .ifPresent(made -> made(statement, made, remarks));
    }

    private static void altered(StatementView statement, AlterTable altered, Remarks remarks) {
        altered.actions().stream()
                .filter(SwitchTrigger.class::isInstance)
                .map(SwitchTrigger.class::cast)
                .filter(action -> !action.enabled() && !statement.isNew(altered.table()))
                .forEach(action -> disabled(statement, altered.table(), action, remarks));
    }

    private static void disabled(StatementView statement, Name table, SwitchTrigger action, Remarks remarks) {
        String trigger = action.trigger();
        if (trigger.equalsIgnoreCase("all")) {
            remarks.at(
                    statement,
                    action.offset(),
                    table.written(),
                    "All triggers of " + table.written() + " are off, and its foreign keys with them");
        } else if (statement.after().stream().noneMatch(later -> enables(later, table, trigger))) {
            String which = trigger.equalsIgnoreCase("user") ? "Each trigger of " : "Trigger " + trigger + " of ";
            remarks.at(
                    statement,
                    action.offset(),
                    table.written(),
                    which + table.written() + " stays off after the migration",
                    "ALTER TABLE " + table.written() + " ENABLE TRIGGER " + trigger + ";");
        }
    }

    private static boolean enables(ParsedStatement later, Name table, String trigger) {
        return later.as(AlterTable.class).filter(altered -> altered.table().same(table)).stream()
                .flatMap(altered -> altered.actions().stream())
                .anyMatch(action -> action instanceof SwitchTrigger switched
                        && switched.enabled()
                        && (switched.trigger().equalsIgnoreCase(trigger)
                                || switched.trigger().equalsIgnoreCase("user")
                                || switched.trigger().equalsIgnoreCase("all")));
    }

    private static void made(StatementView statement, CreateTrigger made, Remarks remarks) {
        Matcher deletes = DELETES.matcher(made.body());
        while (deletes.find()) {
            String other = deletes.group(1);
            if (!made.table().is(other) && !keepsInStep(made.body(), other) && !recreated(statement, made.trigger())) {
                remarks.at(
                        statement,
                        0,
                        made.trigger().written(),
                        "From now on writes to " + made.table().written() + " delete rows of " + other);
                return;
            }
        }
    }

    /** True when it only keeps a copy up to date: an index for searching, a table with the newest rows. */
    private static boolean keepsInStep(String body, String copy) {
        return copy.matches("(?i).*(?:fts|search).*")
                || Pattern.compile("\\bINTO\\s+[\"`\\[]?" + Pattern.quote(copy) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(body)
                        .find();
    }

    private static boolean recreated(StatementView statement, Name trigger) {
        return statement.before().stream()
                .anyMatch(earlier -> earlier.as(Drop.class)
                        .filter(drop -> drop.names().stream().anyMatch(trigger::same))
                        .isPresent());
    }
}
