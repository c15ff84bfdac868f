package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import java.util.List;
import java.util.Optional;

/**
 * What the statements so far have made, as far as it can be known without a database. What is not in here may exist all the
 * same: a changelog need not begin with an empty database.
 */
public interface Schema {

    /** A table, by name and where both say so by schema, in any case. */
    Optional<Table> table(Name name);

    List<Table> tables();

    /** All that a name can mean: more than one only where it says no schema. */
    List<Table> tables(Name name);

    /** Tables with a constraint of this name, in any case, by their names. */
    List<Table> constrainedBy(Name constraint);

    Optional<Index> index(Name name);

    /** Views and materialized views. */
    Optional<View> view(Name name);

    List<View> views();

    /** Views whose query reads the table or, directly or not, a view of it. */
    List<View> viewsOn(Name table);

    List<Trigger> triggersOn(Name table);

    /** Foreign keys of other tables, and its own, that refer to the table: by the tables that have them. */
    List<Table> referring(Name table);

    /** True when the statements have made such an object. */
    boolean has(ObjectKind kind, Name name);

    /** True when it was made in the release that is judged. */
    boolean isNew(ObjectKind kind, Name name);

    /** Values of an enum in order; empty where none of this name was made. */
    Optional<List<String>> enumValues(Name type);
}
