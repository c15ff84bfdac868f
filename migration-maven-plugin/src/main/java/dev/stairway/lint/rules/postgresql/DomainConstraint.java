package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.AlterDomain;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** P26: a constraint that is checked in every table of a domain at once. */
public final class DomainConstraint implements LintRule {

    private static final Facts FACTS = Phrases.facts("P26", "domain-constraint", Severity.ERROR)
            .catches("Constraint on a domain without NOT VALID")
            .when(
                    "A domain that existed before this release gets a CHECK without NOT VALID, or becomes NOT NULL. Quiet for"
                            + " domains of this release.")
            .effect(
                    "All rows of every table that has a column of the domain are checked while nobody can write to any of them,"
                            + " and one value that does not fit lets the migration fail.")
            .instead(
                    "ADD CONSTRAINT ... CHECK (...) NOT VALID, which holds for new values at once. VALIDATE CONSTRAINT, in a"
                            + " later migration, keeps writers away as well: run it when they are few, or put a CHECK ... NOT VALID on"
                            + " each table in place of the domain.")
            .see(Phrases.manual("sql-alterdomain"))
            .provenBy(Proof.BLOCKS_WRITES);

    private static final Pattern NAMED =
            Pattern.compile("\\badd\\s+constraint\\s+(\\w+|\"[^\"]+\")", Pattern.CASE_INSENSITIVE);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(AlterDomain.class)
                .filter(DomainConstraint::checks)
                .filter(alter -> !statement.schema().isNew(ObjectKind.DOMAIN, alter.domain()))
                .ifPresent(alter -> remarks.at(
                        statement,
                        0,
                        alter.domain().written(),
                        "All tables with a column of " + alter.domain()
                                + " are checked row by row while nobody can write to" + " them",
                        instead(statement, alter)));
    }

    private static boolean checks(AlterDomain alter) {
        return alter.action().equals("SET NOT NULL") || alter.action().equals("ADD") && !alter.notValid();
    }

    private static String instead(StatementView statement, AlterDomain alter) {
        String validate = " and in a later migration, when writers are few, ALTER DOMAIN " + alter.domain()
                + " VALIDATE CONSTRAINT ";
        String check = Names.made(alter.domain(), "check");
        if (!alter.action().equals("ADD")) {
            return "ALTER DOMAIN " + alter.domain() + " ADD CONSTRAINT " + check
                    + " CHECK (VALUE IS NOT NULL) NOT VALID;" + validate + check + ";";
        }
        String sql = statement.parsed().source().sql().strip();
        Matcher named = NAMED.matcher(sql);
        return sql + " NOT VALID;" + validate + (named.find() ? named.group(1) : "its name") + ";";
    }
}
