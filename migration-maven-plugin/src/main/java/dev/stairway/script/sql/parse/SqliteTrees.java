package dev.stairway.script.sql.parse;

import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Attach_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Create_trigger_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Create_view_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Create_virtual_table_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Drop_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Pragma_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Reindex_stmtContext;
import dev.stairway.script.sql.grammar.sqlite.SQLiteParser.Sql_stmtContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.tree.TerminalNode;

/** From the tree of SQLite's grammar to what the statement does. */
final class SqliteTrees {

    private final SqliteText text;
    private final SqliteQueries queries;
    private final SqliteTables tables;
    private final SqliteRows rows;

    SqliteTrees(String sql) {
        this.text = new SqliteText(sql);
        SqliteExpressions expressions = new SqliteExpressions(text);
        this.queries = new SqliteQueries(text, expressions);
        this.tables = new SqliteTables(text, expressions, queries);
        this.rows = new SqliteRows(expressions, queries);
    }

    SqlTree of(Sql_stmtContext statement) {
        if (statement.EXPLAIN_() != null) {
            return new SqlTree.Other("EXPLAIN");
        } else if (statement.select_stmt() != null) {
            return new SqlTree.Select(queries.of(statement.select_stmt()));
        } else if (statement.insert_stmt() != null) {
            return rows.added(statement.insert_stmt());
        } else if (statement.update_stmt() != null) {
            return rows.changed(statement.update_stmt());
        } else if (statement.delete_stmt() != null) {
            return rows.deleted(statement.delete_stmt());
        }
        return schema(statement);
    }

    private SqlTree schema(Sql_stmtContext statement) {
        if (statement.create_table_stmt() != null) {
            return tables.made(statement.create_table_stmt());
        } else if (statement.alter_table_stmt() != null) {
            return tables.altered(statement.alter_table_stmt());
        } else if (statement.create_index_stmt() != null) {
            return tables.made(statement.create_index_stmt());
        } else if (statement.drop_stmt() != null) {
            return dropped(statement.drop_stmt());
        } else if (statement.create_view_stmt() != null) {
            return view(statement.create_view_stmt());
        } else if (statement.create_trigger_stmt() != null) {
            return trigger(statement.create_trigger_stmt());
        } else if (statement.create_virtual_table_stmt() != null) {
            return virtual(statement.create_virtual_table_stmt());
        }
        return control(statement);
    }

    private SqlTree control(Sql_stmtContext statement) {
        if (statement.begin_stmt() != null) {
            return new SqlTree.Transaction("BEGIN");
        } else if (statement.commit_stmt() != null) {
            return new SqlTree.Transaction("COMMIT");
        } else if (statement.rollback_stmt() != null) {
            return new SqlTree.Transaction(statement.rollback_stmt().TO_() == null ? "ROLLBACK" : "ROLLBACK TO");
        } else if (statement.savepoint_stmt() != null) {
            return new SqlTree.Transaction("SAVEPOINT");
        } else if (statement.release_stmt() != null) {
            return new SqlTree.Transaction("RELEASE");
        }
        return upkeep(statement);
    }

    private SqlTree upkeep(Sql_stmtContext statement) {
        if (statement.pragma_stmt() != null) {
            return pragma(statement.pragma_stmt());
        } else if (statement.attach_stmt() != null) {
            return attached(statement.attach_stmt());
        } else if (statement.detach_stmt() != null) {
            String schema = SqliteText.bare(statement.detach_stmt().expr().getText());
            return new SqlTree.Attach("", schema, true);
        } else if (statement.vacuum_stmt() != null) {
            // VACUUM INTO writes a copy and leaves the file alone: https://www.sqlite.org/lang_vacuum.html
            return statement.vacuum_stmt().INTO_() == null
                    ? new SqlTree.Vacuum(false, false, List.of())
                    : new SqlTree.Other("VACUUM INTO");
        } else if (statement.reindex_stmt() != null) {
            return reindexed(statement.reindex_stmt());
        }
        var named = statement.analyze_stmt().table_or_index_name();
        return new SqlTree.Analyze(
                named == null
                        ? List.of()
                        : List.of(SqliteText.name(statement.analyze_stmt().schema_name(), named)));
    }

    private SqlTree dropped(Drop_stmtContext drop) {
        ObjectKind kind = kind(drop);
        Name name = SqliteText.name(drop.schema_name(), drop.any_name());
        return new SqlTree.Drop(kind, List.of(name), drop.IF_() != null, false, false, null);
    }

    private static ObjectKind kind(Drop_stmtContext drop) {
        if (drop.TABLE_() != null) {
            return ObjectKind.TABLE;
        } else if (drop.INDEX_() != null) {
            return ObjectKind.INDEX;
        }
        return drop.VIEW_() != null ? ObjectKind.VIEW : ObjectKind.TRIGGER;
    }

    private SqlTree view(Create_view_stmtContext view) {
        return new SqlTree.CreateView(
                SqliteText.name(view.schema_name(), view.view_name()),
                queries.of(view.select_stmt()),
                false,
                false,
                false,
                view.TEMP_() != null || view.TEMPORARY_() != null);
    }

    private SqlTree trigger(Create_trigger_stmtContext trigger) {
        boolean onSchema = trigger.on_schema_name != null;
        boolean ownSchema = trigger.schema_name().size() > (onSchema ? 1 : 0);
        TerminalNode event = event(trigger);
        return new SqlTree.CreateTrigger(
                SqliteText.name(ownSchema ? trigger.schema_name(0) : null, trigger.trigger_name()),
                SqliteText.name(trigger.on_schema_name, trigger.table_name()),
                trigger.TEMP_() != null || trigger.TEMPORARY_() != null,
                timing(trigger),
                List.of(event.getText().toUpperCase(Locale.ROOT)),
                text.from(event, trigger));
    }

    private static TerminalNode event(Create_trigger_stmtContext trigger) {
        if (trigger.INSERT_() != null) {
            return trigger.INSERT_();
        }
        return trigger.UPDATE_() != null ? trigger.UPDATE_() : trigger.DELETE_();
    }

    /** BEFORE where nothing is written: https://www.sqlite.org/lang_createtrigger.html */
    private static String timing(Create_trigger_stmtContext trigger) {
        if (trigger.INSTEAD_() != null) {
            return "INSTEAD OF";
        }
        return trigger.AFTER_() != null ? "AFTER" : "BEFORE";
    }

    /** Its columns are a matter of its module: only its name is told. */
    private static SqlTree virtual(Create_virtual_table_stmtContext made) {
        Name name = SqliteText.name(made.schema_name(), made.table_name());
        return new SqlTree.CreateOther(ObjectKind.TABLE, name, made.IF_() != null);
    }

    private static SqlTree pragma(Pragma_stmtContext pragma) {
        String value = pragma.pragma_value() == null
                ? ""
                : SqliteText.bare(pragma.pragma_value().getText());
        String name = SqliteText.bare(pragma.pragma_name().getText());
        return new SqlTree.Pragma(SqliteText.lower(name), value);
    }

    private static SqlTree attached(Attach_stmtContext attach) {
        return new SqlTree.Attach(
                SqliteText.bare(attach.expr(0).getText()),
                SqliteText.bare(attach.expr(1).getText()),
                false);
    }

    /** A name alone may be a collation, a table or an index. */
    private static SqlTree reindexed(Reindex_stmtContext reindex) {
        var named = reindex.table_or_index_name();
        return named == null
                ? new SqlTree.Reindex(ObjectKind.DATABASE, null, false)
                : new SqlTree.Reindex(ObjectKind.OTHER, SqliteText.name(reindex.schema_name(), named), false);
    }
}
