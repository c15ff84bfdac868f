package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** A schema that has the name of one environment. */
public final class HardCodedSchema implements LintRule {

    /** Some of these words alone are what people call a schema for loading or for their tests. */
    private static final Pattern ENVIRONMENT = Pattern.compile(
            "(.*_)?(prod|production|preprod|dev|develop|development|qa|uat)([_0-9].*)?"
                    + "|.+_(test|staging|stage|stg)([_0-9].*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("C17", "hard-coded-schema", Severity.WARNING)
            .about("postgresql", "mysql", "mariadb", "h2")
            .catches("A schema of one environment that stands in the changelog")
            .when(
                    "A statement, or schemaName of a changeSet of Liquibase, names a schema that is called like an environment:"
                            + " prod_eu, app_test, dev. Said once for a release. Quiet for all other names, for those of parameters,"
                            + " and for a schema that the release itself makes.")
            .effect("In every other environment the migration fails, or changes the tables of somebody else.")
            .instead(
                    "Leave the schema out and set the search path or the default schema, or name it by a parameter everywhere")
            .see(
                    "https://docs.liquibase.com/concepts/changelogs/property-substitution.html",
                    "https://www.postgresql.org/docs/current/ddl-schemas.html")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Optional<StatementView> written = release.statements().stream()
                .filter(statement -> named(statement).isPresent())
                .findFirst();
        if (written.isPresent()) {
            Name name = named(written.get()).orElseThrow();
            remarks.at(
                    written.get(),
                    0,
                    name.written(),
                    name + " stands in schema " + name.schema() + ", which is that of one environment by its name");
        } else {
            release.migrations().stream()
                    .filter(migration -> isEnvironment(migration.attribute("schemaName")))
                    .findFirst()
                    .ifPresent(migration -> attribute(migration, remarks));
        }
    }

    private static void attribute(MigrationView migration, Remarks remarks) {
        String schema = migration.attribute("schemaName");
        remarks.of(
                migration,
                schema,
                "It names the schema " + schema + ", which is that of one environment by its name",
                "Leave schemaName out, or write schemaName=\"${schema}\"");
    }

    private static Optional<Name> named(StatementView statement) {
        boolean byParameter = statement.migration().engine().equals("liquibase")
                && statement.migration().attribute("schemaName").isEmpty()
                && statement.migration().said().changes().stream().noneMatch(change -> change.startsWith("sql"));
        return byParameter
                ? Optional.empty()
                : SchemaNames.in(statement.tree()).stream()
                        .filter(name -> isEnvironment(name.schema()))
                        .filter(name -> !isMade(statement, name.schema()))
                        .findFirst();
    }

    private static boolean isMade(StatementView statement, String schema) {
        return statement.schema().isNew(ObjectKind.SCHEMA, new Name("", schema, schema, false));
    }

    private static boolean isEnvironment(String schema) {
        return !schema.isEmpty() && ENVIRONMENT.matcher(schema).matches();
    }
}
