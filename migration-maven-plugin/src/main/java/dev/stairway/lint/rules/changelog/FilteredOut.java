package dev.stairway.lint.rules.changelog;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A changeSet that some databases never get. */
public final class FilteredOut implements LintRule {

    private static final Facts FACTS = Facts.of("C10", "filtered-out", Severity.WARNING)
            .catches("A changeSet that does not run everywhere")
            .when(
                    "A changeSet of Liquibase changes the schema and has a context, or is marked ignore, or its dbms names a product"
                            + " that Liquibase does not know, as postgres; or it adds a column for another dbms that nothing adds here,"
                            + " to a table that both have. Quiet for a context around rows only, which is how test data is loaded, for"
                            + " labels, and for what a dbms that Liquibase knows needs otherwise.")
            .effect(
                    "Databases that run with another context, or any at all, lack the change: what passes in test fails in"
                            + " production, and nobody sees that it was left out.")
            .instead(
                    "Let changes of the schema run everywhere, and keep contexts for rows; write the dbms as Liquibase does")
            .see(
                    "https://docs.liquibase.com/concepts/changelogs/attributes/contexts.html",
                    "https://docs.liquibase.com/concepts/changelogs/attributes/dbms.html")
            .provenBy(Proof.DATABASES_DIFFER);

    /** Short names of https://docs.liquibase.com/start/tutorials/home.html and of its extensions. */
    private static final Set<String> PRODUCTS = Set.of(
            "all",
            "none",
            "asany",
            "bigquery",
            "cloudspanner",
            "cockroachdb",
            "databricks",
            "db2",
            "db2z",
            "derby",
            "dynamodb",
            "edb",
            "enterprisedb",
            "exasol",
            "firebird",
            "h2",
            "hana",
            "hdb",
            "hive",
            "hsqldb",
            "impala",
            "informix",
            "ingres",
            "mariadb",
            "mongodb",
            "mssql",
            "mysql",
            "neo4j",
            "oracle",
            "postgresql",
            "redshift",
            "sap",
            "snowflake",
            "spanner",
            "sqlite",
            "sqlserver",
            "sybase",
            "teradata",
            "tibero",
            "vertica",
            "yugabytedb");

    private static final List<String> USUAL = List.of("postgresql", "sqlite", "mssql", "mysql", "mariadb", "oracle");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        String context = migration.attribute("context");
        if (!context.isEmpty() && ContextScope.isChoice(context) && ChangesSchema.in(migration)) {
            remarks.of(migration, "", "It changes the schema only where the context is '" + context + "'");
        }
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        OtherProducts.lacking(release)
                .forEach((migration, column) -> remarks.of(
                        migration,
                        column,
                        column + " is added where dbms is " + migration.attribute("dbms")
                                + " only, and no migration adds it on "
                                + release.targets().product(),
                        "Take dbms away, or add " + column + " on "
                                + release.targets().product() + " as well"));
        if (!release.isFirst()) {
            // What is left out is left out of the whole changelog, and was told with its first release.
            return;
        }
        String engine = release.migrations().stream()
                .findFirst()
                .map(MigrationView::engine)
                .orElse("");
        for (MigrationStatements said : release.ledger().leftOut()) {
            MigrationView migration = new MigrationView(engine, said, List.of(), List.of(), false);
            unknown(migration.attribute("dbms"))
                    .ifPresent(name -> remarks.of(
                            migration,
                            "",
                            "It runs nowhere: Liquibase knows no dbms '" + name + "'",
                            meant(name)
                                    .map(product -> "Write dbms=\"" + product + "\"")
                                    .orElse(FACTS.instead())));
            boolean ignored = migration.attribute("ignore").equalsIgnoreCase("true");
            if (ignored && ChangesSchema.in(migration)) {
                remarks.of(migration, "", "It runs nowhere, for it is marked ignore", "Delete it, or take ignore away");
            } else if (said.migration().notApplicable().orElse("").startsWith("context ")
                    && ChangesSchema.in(migration)) {
                remarks.of(
                        migration,
                        "",
                        "It changes the schema and is left out here: "
                                + said.migration().notApplicable().orElse(""));
            }
        }
    }

    private static Optional<String> unknown(String dbms) {
        return Arrays.stream(dbms.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith("!") ? name.substring(1).strip() : name)
                .filter(name -> !name.isEmpty() && !name.contains("$") && !PRODUCTS.contains(name))
                .findFirst();
    }

    private static Optional<String> meant(String name) {
        return USUAL.stream()
                .filter(product -> name.startsWith(product.substring(0, Math.min(5, product.length())))
                        || product.equals("postgresql") && name.startsWith("pg"))
                .findFirst();
    }
}
