package dev.stairway.lint.rules.support;

import dev.stairway.lint.MigrationView;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constraints by name. */
public final class Constraints {

    private static final Map<String, Kind> CHANGES = Map.of(
            "dropPrimaryKey", Kind.PRIMARY_KEY,
            "dropForeignKeyConstraint", Kind.FOREIGN_KEY,
            "dropUniqueConstraint", Kind.UNIQUE,
            "dropCheckConstraint", Kind.CHECK);

    private Constraints() {}

    /**
     * The constraint of that name, where a statement has made it or the way back makes it again; one without a name goes by
     * that which PostgreSQL gives.
     */
    public static Optional<Constraint> find(StatementView statement, Earlier earlier, Name table, Name constraint) {
        List<Constraint> drawn =
                statement.schema().table(table).map(Table::constraints).orElse(List.of());
        return Stream.of(drawn, earlier.constraints(table), again(statement, table))
                .flatMap(List::stream)
                .filter(known -> constraint.is(name(table, known)))
                .findFirst();
    }

    private static List<Constraint> again(StatementView statement, Name table) {
        return Actions.on(table, statement.migration().down(), AddConstraint.class)
                .map(AddConstraint::constraint)
                .toList();
    }

    /** Its kind; where nobody has seen it made, the one that its name tells. */
    public static Optional<Kind> kind(StatementView statement, Earlier earlier, Name table, Name constraint) {
        return find(statement, earlier, table, constraint)
                .map(Constraint::kind)
                .or(() -> toldBy(statement.migration()))
                .or(() -> toldBy(constraint.name().toLowerCase(Locale.ROOT)));
    }

    /** The name that it has or, on PostgreSQL, gets. */
    public static String name(Name table, Constraint constraint) {
        if (constraint.name() != null) {
            return constraint.name().name();
        }
        String columns = constraint.columns().stream().map(Name::name).collect(Collectors.joining("_"));
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> table.name() + "_pkey";
            case UNIQUE -> table.name() + "_" + columns + "_key";
            case FOREIGN_KEY -> table.name() + "_" + columns + "_fkey";
            case CHECK -> table.name() + "_" + columns + "_check";
            case EXCLUDE -> table.name() + "_" + columns + "_excl";
            case NOT_NULL -> table.name() + "_" + columns + "_not_null";
        };
    }

    /** From the kind of change, where Liquibase has a word for it and it is the only one of its sort. */
    private static Optional<Kind> toldBy(MigrationView migration) {
        List<Kind> kinds = migration.said().changes().stream()
                .filter(CHANGES::containsKey)
                .map(CHANGES::get)
                .distinct()
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    private static Optional<Kind> toldBy(String name) {
        if (name.matches(".*not_?null.*|.*_nn")) {
            return Optional.of(Kind.NOT_NULL);
        }
        if (name.matches("pk_.*|.*_pk|.*_?pkey|.*primary.*|pk[0-9]*")) {
            return Optional.of(Kind.PRIMARY_KEY);
        }
        if (name.matches("fk_.*|.*_fk|.*_fkey|fk[0-9a-z]*")) {
            return Optional.of(Kind.FOREIGN_KEY);
        }
        if (name.matches("(ck|chk|check)_.*|.*_(ck|chk|check)")) {
            return Optional.of(Kind.CHECK);
        }
        if (name.matches("(uq|uk|unique|uc)_.*|.*_(uq|uk|unique|key)")) {
            return Optional.of(Kind.UNIQUE);
        }
        return Optional.empty();
    }
}
