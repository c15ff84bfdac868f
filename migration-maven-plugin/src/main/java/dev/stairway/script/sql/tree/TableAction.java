package dev.stairway.script.sql.tree;

import java.util.Map;

/** What one ALTER TABLE asks for, piece by piece. */
public sealed interface TableAction {

    /** Of its first character in the statement. */
    int offset();

    record AddColumn(Column column, boolean ifNotExists, int offset) implements TableAction {}

    record DropColumn(Name column, boolean ifExists, boolean cascade, int offset) implements TableAction {}

    /** @param using null where the product's own cast does @param collation empty where none is written */
    record AlterType(Name column, DataType type, Expression using, String collation, int offset)
            implements TableAction {}

    /** @param value null when it is dropped */
    record AlterDefault(Name column, Expression value, int offset) implements TableAction {}

    /** @param notNull false when the column may be null from now on */
    record AlterNotNull(Name column, boolean notNull, int offset) implements TableAction {}

    /** @param kind ADD, DROP or SET; a SET may start it anew @param restarts true with RESTART */
    record AlterIdentity(Name column, String kind, boolean restarts, int offset) implements TableAction {}

    record AddConstraint(Constraint constraint, int offset) implements TableAction {}

    record DropConstraint(Name constraint, boolean ifExists, boolean cascade, int offset) implements TableAction {}

    record ValidateConstraint(Name constraint, int offset) implements TableAction {}

    record RenameTable(Name to, int offset) implements TableAction {}

    record RenameColumn(Name from, Name to, int offset) implements TableAction {}

    record RenameConstraint(Name from, Name to, int offset) implements TableAction {}

    /** @param isDefault true for the partition of whatever no other one takes */
    record AttachPartition(Name partition, boolean isDefault, int offset) implements TableAction {}

    record DetachPartition(Name partition, boolean concurrently, int offset) implements TableAction {}

    record SetSchema(String schema, int offset) implements TableAction {}

    record SetOwner(String owner, int offset) implements TableAction {}

    /** LOGGED, UNLOGGED, TABLESPACE or ACCESS METHOD: each writes the table anew. */
    record SetStorage(String what, int offset) implements TableAction {}

    /** @param what ENABLE, DISABLE, FORCE or NO FORCE */
    record RowSecurity(String what, int offset) implements TableAction {}

    /** @param what as written: FULL, NOTHING, DEFAULT or USING INDEX ... */
    record ReplicaIdentity(String what, int offset) implements TableAction {}

    /** @param trigger its name, ALL or USER @param enabled false with DISABLE */
    record SwitchTrigger(String trigger, boolean enabled, int offset) implements TableAction {}

    /** @param options in lower case: {@code autovacuum_enabled} to {@code false} */
    record SetOptions(Map<String, String> options, int offset) implements TableAction {}

    /** Whatever else. @param text as it stands in the statement */
    record Other(String text, int offset) implements TableAction {}
}
