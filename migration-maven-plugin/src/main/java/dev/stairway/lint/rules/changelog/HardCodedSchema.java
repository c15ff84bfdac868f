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
import java.util.Optional;

/** A schema whose name stands in the changelog. */
public final class HardCodedSchema implements LintRule {

    private static final Facts FACTS = Facts.of("C17", "hard-coded-schema", Severity.INFO)
            .about("postgresql", "mysql", "mariadb", "h2")
            .catches("A schema that is named in some places and not in others")
            .when(
                    "A changeSet of Liquibase names a schema as schemaName, and not by a parameter; or tables are named with a schema"
                            + " in some statements of a release and without in others. Said once for a release. Quiet where every"
                            + " table is named with its schema, and for the schemas of the product itself.")
            .effect(
                    "Where the application lives in another schema, part of the release goes to the one and part to the other.")
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
        Optional<MigrationView> attribute = release.migrations().stream()
                .filter(migration -> !migration.attribute("schemaName").isEmpty())
                .findFirst();
        if (attribute.isPresent()) {
            String schema = attribute.get().attribute("schemaName");
            remarks.of(
                    attribute.get(),
                    schema,
                    "It names the schema " + schema + " itself",
                    "Leave schemaName out, or write schemaName=\"${schema}\"");
        } else {
            mixed(release, remarks);
        }
    }

    private static void mixed(ReleaseView release, Remarks remarks) {
        boolean without = release.statements().stream()
                .flatMap(statement -> SchemaNames.in(statement.tree()).stream())
                .anyMatch(name -> name.schema().isEmpty());
        if (without) {
            release.statements().stream()
                    .filter(statement -> with(statement).isPresent())
                    .findFirst()
                    .ifPresent(statement -> say(statement, with(statement).get(), remarks));
        }
    }

    private static Optional<Name> with(StatementView statement) {
        return SchemaNames.in(statement.tree()).stream()
                .filter(name -> !name.schema().isEmpty() && !SchemaNames.ofProduct(name.schema()))
                .filter(name -> statement.schema().tables().stream()
                        .noneMatch(table -> table.temporary() && table.name().same(name)))
                .findFirst();
    }

    private static void say(StatementView statement, Name name, Remarks remarks) {
        remarks.at(
                statement, 0, name.written(), name + " is named with its schema, other tables of the release are not");
    }
}
