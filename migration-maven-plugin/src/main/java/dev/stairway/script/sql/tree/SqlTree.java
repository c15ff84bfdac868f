package dev.stairway.script.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a statement does, as far as rules ask. One type for every product: what a product lacks is never set. */
public sealed interface SqlTree {

    /**
     * A table that is made.
     *
     * @param constraints those written apart from the columns
     * @param partitionOf the table that it is a partition of; null otherwise
     * @param partitioned true with PARTITION BY
     * @param as null unless it is made from a query
     * @param strict SQLite's STRICT
     * @param withoutRowid SQLite's WITHOUT ROWID
     */
    record CreateTable(
            Name table,
            boolean ifNotExists,
            boolean temporary,
            boolean unlogged,
            List<Column> columns,
            List<Constraint> constraints,
            Name partitionOf,
            boolean partitioned,
            Query as,
            boolean strict,
            boolean withoutRowid)
            implements SqlTree {

        /** Those of the columns and those of the table. */
        public List<Constraint> allConstraints() {
            List<Constraint> all = new ArrayList<>();
            columns.forEach(column -> all.addAll(column.constraints()));
            all.addAll(constraints);
            return all;
        }
    }

    record AlterTable(Name table, boolean ifExists, List<TableAction> actions) implements SqlTree {}

    /**
     * An index that is made.
     *
     * @param index null where the product finds a name
     * @param where null for one of all rows
     * @param method in lower case; empty for the usual one
     * @param include columns that it only carries
     */
    record CreateIndex(
            Name index,
            Name table,
            List<IndexPart> parts,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            Expression where,
            String method,
            List<Name> include)
            implements SqlTree {}

    /** @param onTable of a trigger, a rule or a policy; null otherwise */
    record Drop(
            ObjectKind kind, List<Name> names, boolean ifExists, boolean cascade, boolean concurrently, Name onTable)
            implements SqlTree {}

    /** Of anything but tables and columns, which are actions of {@link AlterTable}; a view's too. */
    record Rename(ObjectKind kind, Name from, Name to) implements SqlTree {}

    /** ALTER of anything but a table that no other record tells. @param what as written behind the name */
    record AlterObject(ObjectKind kind, Name name, String what) implements SqlTree {}

    record Truncate(List<Name> tables, boolean cascade, boolean restartIdentity) implements SqlTree {}

    /**
     * Rows that are added.
     *
     * @param columns empty where none are written
     * @param rows how many stand in the statement; 0 when a query gives them
     * @param query null unless a query gives them
     * @param or SQLite's REPLACE, IGNORE and so on in upper case; empty otherwise
     * @param onConflict true with ON CONFLICT
     * @param functions all that it calls
     */
    record Insert(
            Name table, List<Name> columns, int rows, Query query, String or, boolean onConflict, Set<String> functions)
            implements SqlTree {}

    /** @param columns those that get a value, in order @param where null for all rows @param functions in what is assigned */
    record Update(
            Name table,
            List<Name> columns,
            List<Expression> values,
            Expression where,
            boolean limited,
            Set<String> functions)
            implements SqlTree {}

    /** @param where null for all rows */
    record Delete(Name table, Expression where, boolean limited) implements SqlTree {}

    record Select(Query query) implements SqlTree {}

    /** @param withData of a materialized one */
    record CreateView(
            Name view, Query query, boolean orReplace, boolean materialized, boolean withData, boolean temporary)
            implements SqlTree {}

    record RefreshView(Name view, boolean concurrently, boolean withData) implements SqlTree {}

    /**
     * A function or procedure.
     *
     * @param volatility in upper case; empty where none is written
     * @param settings parameters that it sets for itself, in lower case
     * @param body as written, without its quotes
     */
    record CreateFunction(
            ObjectKind kind,
            Name function,
            boolean orReplace,
            String language,
            boolean securityDefiner,
            String volatility,
            Map<String, String> settings,
            String body)
            implements SqlTree {}

    /** @param timing BEFORE, AFTER or INSTEAD OF @param events INSERT, UPDATE, DELETE, TRUNCATE @param body SQLite's */
    record CreateTrigger(Name trigger, Name table, boolean temporary, String timing, List<String> events, String body)
            implements SqlTree {}

    record CreateSequence(Name sequence, boolean ifNotExists, boolean temporary) implements SqlTree {}

    /** @param restarts true with RESTART */
    record AlterSequence(Name sequence, boolean restarts) implements SqlTree {}

    /** @param values of an enum; empty for other types */
    record CreateType(ObjectKind kind, Name type, List<String> values, List<Constraint> constraints)
            implements SqlTree {}

    /** @param renames true for RENAME VALUE @param placed true with BEFORE or AFTER */
    record AlterEnum(Name type, boolean renames, String value, boolean ifNotExists, boolean placed)
            implements SqlTree {}

    /** @param action ADD, DROP, VALIDATE, SET NOT NULL, DROP NOT NULL, SET DEFAULT, DROP DEFAULT @param notValid of ADD */
    record AlterDomain(Name domain, String action, boolean notValid) implements SqlTree {}

    record CreateSchema(Name schema, boolean ifNotExists) implements SqlTree {}

    /** @param version empty where none is written */
    record CreateExtension(Name extension, boolean ifNotExists, String version) implements SqlTree {}

    /** @param command ALL, SELECT, ... */
    record CreatePolicy(Name policy, Name table, String command) implements SqlTree {}

    /** Any other object that is made, by its kind. */
    record CreateOther(ObjectKind kind, Name name, boolean ifNotExists) implements SqlTree {}

    /** @param privileges in upper case, {@code ALL} @param to roles as stored; {@code public} */
    record Grant(
            boolean revokes,
            List<String> privileges,
            ObjectKind kind,
            List<Name> names,
            List<String> to,
            boolean withGrantOption)
            implements SqlTree {}

    /** @param verb CREATE, ALTER or DROP @param password true when one is written, which is nowhere kept */
    record Role(String verb, String role, boolean password) implements SqlTree {}

    /** @param verb BEGIN, COMMIT, ROLLBACK, SAVEPOINT, RELEASE, ROLLBACK TO */
    record Transaction(String verb) implements SqlTree {}

    /** @param parameter in lower case @param value as written without quotes; empty for RESET @param local true with LOCAL */
    record SetParameter(String parameter, String value, boolean local, boolean resets) implements SqlTree {}

    /** @param name in lower case @param value as written without quotes; empty when it only asks */
    record Pragma(String name, String value) implements SqlTree {}

    /** @param mode in upper case; the product's own where none is written */
    record LockTable(List<Name> tables, String mode, boolean noWait) implements SqlTree {}

    /** @param tables empty for all */
    record Vacuum(boolean full, boolean analyze, List<Name> tables) implements SqlTree {}

    record Cluster(Name table) implements SqlTree {}

    record Reindex(ObjectKind kind, Name name, boolean concurrently) implements SqlTree {}

    /** @param tables empty for all */
    record Analyze(List<Name> tables) implements SqlTree {}

    record Comment(ObjectKind kind, Name name) implements SqlTree {}

    /** A block that runs at once. */
    record DoBlock(String language, String body) implements SqlTree {}

    /** CALL of a procedure, or EXECUTE of what was prepared. */
    record Call(Name procedure) implements SqlTree {}

    /** @param from false when it writes out */
    record Copy(Name table, boolean from) implements SqlTree {}

    /** SQLite's ATTACH and DETACH. */
    record Attach(String file, String as, boolean detaches) implements SqlTree {}

    /** Understood by the grammar, and no rule asks for it. @param verb its first words in upper case */
    record Other(String verb) implements SqlTree {}
}
