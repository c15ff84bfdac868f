package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the schema, statement by statement. */
public final class SchemaSketch implements Schema {

    private final List<Table> tables;

    public SchemaSketch() {
        this(List.of());
    }

    private SchemaSketch(List<Table> tables) {
        this.tables = new ArrayList<>(tables);
    }

    /** As it is now; what is applied later is not in there. */
    public SchemaSketch copy() {
        return new SchemaSketch(tables);
    }

    /** Everything that is there now is history from now on: a release is over. */
    public void released() {
        tables.replaceAll(Table::history);
    }

    /**
     * Does what a statement does.
     *
     * @param migration id of whose it is
     * @param origin whether it is history
     */
    public void apply(SqlTree tree, String migration, Table.Origin origin) {
        if (tree instanceof SqlTree.CreateTable made) {
            tables.add(new Table(
                    made.table(),
                    made.columns(),
                    made.allConstraints(),
                    List.of(),
                    made.temporary(),
                    made.partitioned(),
                    made.strict(),
                    made.withoutRowid(),
                    origin,
                    migration));
        }
    }

    @Override
    public Optional<Table> table(Name name) {
        return tables.stream().filter(table -> table.name().same(name)).findFirst();
    }

    @Override
    public List<Table> tables() {
        return List.copyOf(tables);
    }

    @Override
    public Optional<Index> index(Name name) {
        return Optional.empty();
    }

    @Override
    public Optional<View> view(Name name) {
        return Optional.empty();
    }

    @Override
    public List<View> views() {
        return List.of();
    }

    @Override
    public List<View> viewsOn(Name table) {
        return List.of();
    }

    @Override
    public List<Trigger> triggersOn(Name table) {
        return List.of();
    }

    @Override
    public List<Table> referring(Name table) {
        return List.of();
    }

    @Override
    public boolean has(ObjectKind kind, Name name) {
        return kind == ObjectKind.TABLE && table(name).isPresent();
    }

    @Override
    public boolean isNew(ObjectKind kind, Name name) {
        return kind == ObjectKind.TABLE
                && table(name)
                        .map(table -> table.origin() == Table.Origin.RELEASE)
                        .orElse(false);
    }

    @Override
    public Optional<List<String>> enumValues(Name type) {
        return Optional.empty();
    }
}
