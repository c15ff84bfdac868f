package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Draws the schema, statement by statement. */
public final class SchemaSketch implements Schema {

    private final Drawing drawing;
    private Renewed renewed = new Renewed();
    /** Of a statement dozens of rules ask the same: the last table that was asked for. */
    private Name asked;

    private Optional<Table> answer = Optional.empty();

    public SchemaSketch() {
        this(new Drawing());
    }

    private SchemaSketch(Drawing drawing) {
        this.drawing = drawing;
    }

    /** As it is now; what is applied later is not in there. Costs the same whatever has been drawn. */
    public SchemaSketch copy() {
        return new SchemaSketch(drawing.copy());
    }

    /** Everything that is there now is history from now on: a release is over. */
    public void released() {
        asked = null;
        new Aging(drawing).apply(drawing.takeFresh());
        renewed = new Renewed();
    }

    /**
     * As it is when a way back begins: what was there before the release is old, whatever the release has made of it.
     *
     * @param before the schema that the release has found
     */
    public SchemaSketch back(Schema before) {
        SchemaSketch way = copy();
        new Aging(way.drawing).apply(renewed.of(drawing.fresh(), before));
        return way;
    }

    /**
     * Does what a statement does.
     *
     * @param migration id of whose it is
     * @param origin whether it is history
     */
    public void apply(SqlTree tree, String migration, Table.Origin origin) {
        asked = null;
        new Making(drawing, migration, origin).apply(tree);
        new Changing(drawing).apply(tree);
        new Dropping(drawing).apply(tree);
    }

    @Override
    public Optional<Table> table(Name name) {
        if (name != asked) {
            asked = name;
            answer = drawing.tables().find(name);
        }
        return answer;
    }

    @Override
    public List<Table> tables() {
        return drawing.tables().all();
    }

    @Override
    public List<Table> tables(Name name) {
        return drawing.tables().alike(name).stream()
                .filter(table -> table.name().same(name))
                .toList();
    }

    @Override
    public List<Table> constrainedBy(Name constraint) {
        return drawing.constrained().of(constraint).stream()
                .flatMap(table -> drawing.tables().find(table).stream())
                .sorted(Comparator.comparing(table -> table.name().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Optional<Index> index(Name name) {
        return drawing.indexes().find(name);
    }

    @Override
    public Optional<View> view(Name name) {
        return drawing.views().find(name);
    }

    @Override
    public List<View> views() {
        return drawing.views().all();
    }

    @Override
    public List<View> viewsOn(Name table) {
        Set<View> found = new LinkedHashSet<>();
        Deque<Name> read = new ArrayDeque<>(List.of(table));
        while (!read.isEmpty()) {
            for (View view : readers(read.pop())) {
                if (found.add(view)) {
                    read.add(view.name());
                }
            }
        }
        return List.copyOf(found);
    }

    private List<View> readers(Name read) {
        return drawing.reading().of(read).stream()
                .flatMap(reader -> drawing.views().find(reader).stream())
                .filter(view -> view.query().tables().stream().anyMatch(read::same))
                .toList();
    }

    @Override
    public List<Trigger> triggersOn(Name table) {
        return drawing.triggers().of(table).stream()
                .filter(trigger -> trigger.table().same(table))
                .toList();
    }

    @Override
    public List<Table> referring(Name table) {
        return drawing.referring().of(table).stream()
                .flatMap(other -> drawing.tables().find(other).stream())
                .filter(other -> other.constraints().stream()
                        .anyMatch(constraint -> constraint.references() != null
                                && constraint.references().table().same(table)))
                .toList();
    }

    @Override
    public boolean has(ObjectKind kind, Name name) {
        return known(kind, name).isPresent();
    }

    @Override
    public boolean isNew(ObjectKind kind, Name name) {
        return known(kind, name).orElse(false);
    }

    /** Whether what has this name is new; empty where nothing has it. */
    private Optional<Boolean> known(ObjectKind kind, Name name) {
        return switch (kind) {
            case TABLE -> table(name).map(table -> table.origin() == Table.Origin.RELEASE);
            case INDEX -> index(name).map(Index::isNew);
            case VIEW -> view(name).filter(view -> !view.materialized()).map(View::isNew);
            case MATERIALIZED_VIEW -> view(name).filter(View::materialized).map(View::isNew);
            case TRIGGER ->
                drawing.triggers().all().stream()
                        .filter(trigger -> trigger.name().same(name))
                        .findFirst()
                        .map(Trigger::isNew);
            default -> drawing.thing(kind, name).map(Thing::isNew);
        };
    }

    @Override
    public Optional<List<String>> enumValues(Name type) {
        return drawing.thing(ObjectKind.TYPE, type).map(Thing::values).filter(values -> !values.isEmpty());
    }
}
