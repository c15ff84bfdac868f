package dev.stairway.lint.rules.changelog;

import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tables that a statement makes, alters or writes to. */
final class SchemaNames {

    private static final Set<String> PRODUCT = Set.of(
            "pg_catalog",
            "information_schema",
            "public",
            "main",
            "dbo",
            "pg_temp",
            "temp",
            "cron",
            "partman",
            "extensions");

    private SchemaNames() {}

    /** True for schemas that every database has: the product's own, and the one that is meant without a word. */
    static boolean ofProduct(String schema) {
        return PRODUCT.contains(schema.toLowerCase(Locale.ROOT));
    }

    static List<Name> in(SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable made) {
            return made.temporary() ? List.of() : List.of(made.table());
        }
        if (tree instanceof SqlTree.AlterTable alter) {
            return List.of(alter.table());
        }
        if (tree instanceof SqlTree.CreateIndex index) {
            return List.of(index.table());
        }
        if (tree instanceof SqlTree.Insert insert) {
            return List.of(insert.table());
        }
        if (tree instanceof SqlTree.Update update) {
            return List.of(update.table());
        }
        return tree instanceof SqlTree.Delete delete ? List.of(delete.table()) : List.of();
    }
}
