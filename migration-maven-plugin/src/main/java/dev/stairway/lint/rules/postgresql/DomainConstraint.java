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
            .instead("ADD CONSTRAINT ... CHECK (...) NOT VALID, and VALIDATE CONSTRAINT in a later migration.")
            .see(Phrases.manual("sql-alterdomain"))
            .provenBy(Proof.BLOCKS_WRITES);

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
        String validate = " and in a later migration ALTER DOMAIN " + alter.domain() + " VALIDATE CONSTRAINT ";
        String name = Names.made(alter.domain(), "check");
        return alter.action().equals("ADD")
                ? statement.parsed().source().sql().strip() + " NOT VALID;" + validate + "its name;"
                : "ALTER DOMAIN " + alter.domain() + " ADD CONSTRAINT " + name + " CHECK (VALUE IS NOT NULL) NOT VALID;"
                        + validate + name + ";";
    }
}
