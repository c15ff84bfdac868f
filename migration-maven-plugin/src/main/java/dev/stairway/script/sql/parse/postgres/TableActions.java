package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Alter_identity_column_optionContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Alter_table_cmdContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AltertablestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Partition_cmdContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Reloption_elemContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** ALTER TABLE, action by action, and what shares its syntax: ALTER INDEX, SEQUENCE and VIEW. */
final class TableActions {

    private final Source source;
    private final ColumnActions columnActions;

    TableActions(Source source) {
        this.source = source;
        this.columnActions = new ColumnActions(source);
    }

    SqlTree alter(AltertablestmtContext written) {
        if (written.ALL() != null) {
            return new SqlTree.Other("ALTER " + written.getChild(1).getText().toUpperCase(Locale.ROOT));
        }
        if (written.TABLE() != null && written.FOREIGN() == null) {
            return new AlterTable(
                    Names.of(written.relation_expr().qualified_name()), written.IF_P() != null, actions(written));
        }
        ParserRuleContext name = written.qualified_name() != null
                ? written.qualified_name()
                : written.relation_expr().qualified_name();
        return new SqlTree.AlterObject(kind(written), Names.of(name), source.textBehind(name, written));
    }

    private static ObjectKind kind(AltertablestmtContext written) {
        if (written.INDEX() != null) {
            return ObjectKind.INDEX;
        } else if (written.SEQUENCE() != null) {
            return ObjectKind.SEQUENCE;
        } else if (written.MATERIALIZED() != null) {
            return ObjectKind.MATERIALIZED_VIEW;
        }
        return written.VIEW() != null ? ObjectKind.VIEW : ObjectKind.OTHER;
    }

    private List<TableAction> actions(AltertablestmtContext written) {
        if (written.partition_cmd() != null) {
            return List.of(partition(written.partition_cmd()));
        }
        return written.alter_table_cmds().alter_table_cmd().stream()
                .map(this::action)
                .toList();
    }

    private static TableAction partition(Partition_cmdContext written) {
        Name partition = Names.of(written.qualified_name());
        if (written.DETACH() != null) {
            return new TableAction.DetachPartition(partition, written.CONCURRENTLY() != null, Source.offset(written));
        }
        boolean isDefault = written.partitionboundspec().DEFAULT() != null;
        return new TableAction.AttachPartition(partition, isDefault, Source.offset(written));
    }

    private TableAction action(Alter_table_cmdContext said) {
        int offset = Source.offset(said);
        if (said.columnDef() != null || said.column_() != null || !said.colid().isEmpty()) {
            return columnActions.action(said);
        } else if (said.tableconstraint() != null) {
            return new TableAction.AddConstraint(new Constraints(source).ofTable(said.tableconstraint()), offset);
        } else if (said.CONSTRAINT() != null && said.VALIDATE() != null) {
            return new TableAction.ValidateConstraint(Names.of(said.name()), offset);
        } else if (said.CONSTRAINT() != null && said.DROP() != null) {
            return new TableAction.DropConstraint(Names.of(said.name()), said.IF_P() != null, cascades(said), offset);
        } else if (said.TRIGGER() != null) {
            return new TableAction.SwitchTrigger(trigger(said), said.ENABLE_P() != null, offset);
        } else if (said.ROW() != null) {
            return new TableAction.RowSecurity(rowSecurity(said), offset);
        } else if (said.replica_identity() != null) {
            return new TableAction.ReplicaIdentity(source.text(said.replica_identity()), offset);
        } else if (said.OWNER() != null) {
            return new TableAction.SetOwner(Names.of(said.rolespec()).name(), offset);
        }
        return setting(said, offset);
    }

    private TableAction setting(Alter_table_cmdContext said, int offset) {
        if (said.SET() != null && said.reloptions() != null) {
            return new TableAction.SetOptions(options(said), offset);
        } else if (said.LOGGED() != null) {
            return new TableAction.SetStorage("LOGGED", offset);
        } else if (said.UNLOGGED() != null) {
            return new TableAction.SetStorage("UNLOGGED", offset);
        } else if (said.TABLESPACE() != null) {
            return new TableAction.SetStorage("TABLESPACE", offset);
        } else if (said.METHOD() != null) {
            return new TableAction.SetStorage("ACCESS METHOD", offset);
        }
        return new TableAction.Other(source.text(said), offset);
    }

    private Map<String, String> options(Alter_table_cmdContext said) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Reloption_elemContext option : said.reloptions().reloption_list().reloption_elem()) {
            String[] written = source.text(option).split("=", 2);
            String value = written.length == 1 ? "true" : written[1].strip();
            options.put(lower(written[0].strip()), lower(value.replace("'", "")));
        }
        return options;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean cascades(Alter_table_cmdContext said) {
        return said.drop_behavior_() != null && said.drop_behavior_().CASCADE() != null;
    }

    private static String trigger(Alter_table_cmdContext said) {
        if (said.name() != null) {
            return Names.of(said.name()).name();
        }
        return said.ALL() != null ? "ALL" : "USER";
    }

    private static String rowSecurity(Alter_table_cmdContext said) {
        if (said.ENABLE_P() != null) {
            return "ENABLE";
        } else if (said.DISABLE_P() != null) {
            return "DISABLE";
        }
        return said.NO() != null ? "NO FORCE" : "FORCE";
    }

    /** True where a numbering starts anew. */
    static boolean restarts(List<Alter_identity_column_optionContext> options) {
        return options.stream()
                .anyMatch(option -> option.RESTART() != null
                        || option.seqoptelem() != null && option.seqoptelem().RESTART() != null);
    }
}
