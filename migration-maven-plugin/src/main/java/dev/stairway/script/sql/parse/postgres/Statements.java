package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterdomainstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterenumstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AltergroupstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterobjectschemastmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterrolesetstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterrolestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlterseqstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AltertablestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AnalyzestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CallstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ClusterstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CommentstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CopystmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateasstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatedomainstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateextensionstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatefunctionstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreategroupstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatematviewstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatepolicystmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreaterolestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateschemastmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateseqstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatetrigstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreateuserstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DefinestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DeletestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DostmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DropdbstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DroprolestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DropstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DropsubscriptionstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DroptablespacestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ExecutestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.GrantrolestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.GrantstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.IndexstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.InsertstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.LockstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.OpttempTableNameContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RefreshmatviewstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ReindexstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RemoveaggrstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RemovefuncstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RenamestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RevokerolestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RevokestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SelectstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.StmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TransactionstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TruncatestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.UpdatestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VacuumstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VariableresetstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VariablesetstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ViewstmtContext;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;

/** Which class tells what a statement says. */
final class Statements {

    private final Source source;

    Statements(Source source) {
        this.source = source;
    }

    SqlTree tree(StmtContext statement) {
        ParserRuleContext kind = statement.getRuleContext(ParserRuleContext.class, 0);
        SqlTree tree = table(kind);
        tree = tree != null ? tree : rows(kind);
        tree = tree != null ? tree : made(kind);
        tree = tree != null ? tree : dropped(kind);
        tree = tree != null ? tree : role(kind);
        tree = tree != null ? tree : session(kind);
        return tree != null ? tree : any(kind);
    }

    private SqlTree table(ParserRuleContext kind) {
        if (kind instanceof CreatestmtContext written) {
            return new Tables(source).create(written);
        } else if (kind instanceof CreateasstmtContext written) {
            return new Tables(source).createAs(written);
        } else if (kind instanceof AltertablestmtContext written) {
            return new TableActions(source).alter(written);
        } else if (kind instanceof IndexstmtContext written) {
            return new Indexes(source).create(written);
        } else if (kind instanceof RenamestmtContext written) {
            return new Renames(source).rename(written);
        } else if (kind instanceof AlterobjectschemastmtContext written) {
            return new Renames(source).schema(written);
        } else if (kind instanceof TruncatestmtContext written) {
            return new Changes(source).truncate(written);
        }
        return null;
    }

    private SqlTree rows(ParserRuleContext kind) {
        if (kind instanceof SelectstmtContext written) {
            return select(written);
        } else if (kind instanceof InsertstmtContext written) {
            return new Changes(source).insert(written);
        } else if (kind instanceof UpdatestmtContext written) {
            return new Changes(source).update(written);
        } else if (kind instanceof DeletestmtContext written) {
            return new Changes(source).delete(written);
        } else if (kind instanceof ExecutestmtContext written) {
            return prepared(written);
        } else if (kind instanceof CallstmtContext written) {
            return new SqlTree.Call(Names.of(written.func_application().func_name()));
        } else if (kind instanceof CopystmtContext written) {
            return Maintenance.copy(written);
        }
        return null;
    }

    private SqlTree made(ParserRuleContext kind) {
        if (kind instanceof ViewstmtContext written) {
            return new Objects(source).view(written);
        } else if (kind instanceof CreatematviewstmtContext written) {
            return new Objects(source).materialized(written);
        } else if (kind instanceof RefreshmatviewstmtContext written) {
            return Objects.refresh(written);
        } else if (kind instanceof CreateseqstmtContext written) {
            return Objects.sequence(written);
        } else if (kind instanceof AlterseqstmtContext written) {
            return Objects.alterSequence(written);
        } else if (kind instanceof DefinestmtContext written) {
            return new Objects(source).define(written);
        } else if (kind instanceof CreatedomainstmtContext written) {
            return new Objects(source).domain(written);
        } else if (kind instanceof AlterenumstmtContext written) {
            return Objects.alterEnum(written);
        } else if (kind instanceof AlterdomainstmtContext written) {
            return new Objects(source).alterDomain(written);
        } else if (kind instanceof CreateschemastmtContext written) {
            return Objects.schema(written);
        } else if (kind instanceof CreateextensionstmtContext written) {
            return new Objects(source).extension(written);
        } else if (kind instanceof CreatepolicystmtContext written) {
            return new Objects(source).policy(written);
        } else if (kind instanceof CreatefunctionstmtContext written) {
            return new Routines(source).create(written);
        } else if (kind instanceof CreatetrigstmtContext written) {
            return new Routines(source).trigger(written);
        } else if (kind instanceof DostmtContext written) {
            return new Routines(source).block(written);
        }
        return null;
    }

    private SqlTree dropped(ParserRuleContext kind) {
        if (kind instanceof DropstmtContext written) {
            return Drops.any(written);
        } else if (kind instanceof RemovefuncstmtContext written) {
            return Drops.functions(written);
        } else if (kind instanceof RemoveaggrstmtContext written) {
            return Drops.aggregates(written);
        } else if (kind instanceof DropdbstmtContext written) {
            return Drops.one(ObjectKind.DATABASE, written.name(), written.IF_P() != null, null);
        } else if (kind instanceof DroptablespacestmtContext written) {
            return Drops.one(ObjectKind.TABLESPACE, written.name(), written.IF_P() != null, null);
        } else if (kind instanceof DropsubscriptionstmtContext written) {
            return Drops.one(ObjectKind.SUBSCRIPTION, written.name(), written.IF_P() != null, written.drop_behavior_());
        }
        return null;
    }

    private SqlTree role(ParserRuleContext kind) {
        if (kind instanceof CreaterolestmtContext written) {
            return Rights.role("CREATE", written.roleid(), kind);
        } else if (kind instanceof CreateuserstmtContext written) {
            return Rights.role("CREATE", written.roleid(), kind);
        } else if (kind instanceof CreategroupstmtContext written) {
            return Rights.role("CREATE", written.roleid(), kind);
        } else if (kind instanceof AlterrolestmtContext written) {
            return Rights.role("ALTER", written.rolespec(), kind);
        } else if (kind instanceof AlterrolesetstmtContext written) {
            return Rights.role("ALTER", written.rolespec(), kind);
        } else if (kind instanceof AltergroupstmtContext written) {
            return Rights.role("ALTER", written.rolespec(), kind);
        } else if (kind instanceof DroprolestmtContext written) {
            return Rights.role("DROP", written.role_list().rolespec(0), kind);
        } else if (kind instanceof GrantstmtContext written) {
            return new Rights(source).grant(written);
        } else if (kind instanceof RevokestmtContext written) {
            return new Rights(source).revoke(written);
        } else if (kind instanceof GrantrolestmtContext written) {
            return new Rights(source).grantRole(written);
        } else if (kind instanceof RevokerolestmtContext written) {
            return new Rights(source).revokeRole(written);
        }
        return null;
    }

    private SqlTree session(ParserRuleContext kind) {
        if (kind instanceof TransactionstmtContext written) {
            return Sessions.transaction(written);
        } else if (kind instanceof VariablesetstmtContext written) {
            return new Sessions(source).set(written);
        } else if (kind instanceof VariableresetstmtContext written) {
            return new Sessions(source).reset(written);
        } else if (kind instanceof LockstmtContext written) {
            return new Sessions(source).lock(written);
        } else if (kind instanceof VacuumstmtContext written) {
            return new Maintenance(source).vacuum(written);
        } else if (kind instanceof AnalyzestmtContext written) {
            return new Maintenance(source).analyze(written);
        } else if (kind instanceof ClusterstmtContext written) {
            return Maintenance.cluster(written);
        } else if (kind instanceof ReindexstmtContext written) {
            return new Maintenance(source).reindex(written);
        } else if (kind instanceof CommentstmtContext written) {
            return Maintenance.comment(written);
        }
        return null;
    }

    /** SELECT ... INTO makes a table, set_config sets a parameter, and a CTE may change rows. */
    private SqlTree select(SelectstmtContext query) {
        OpttempTableNameContext into = Source.all(query, OpttempTableNameContext.class).stream()
                .findFirst()
                .orElse(null);
        if (into != null) {
            return new Tables(source).selectInto(query, into);
        }
        SqlTree inside = new Changes(source).inside(query);
        inside = inside != null ? inside : new Sessions(source).setConfig(query);
        return inside != null ? inside : new SqlTree.Select(new Queries(source).of(query));
    }

    private SqlTree prepared(ExecutestmtContext written) {
        return written.CREATE() != null
                ? new Tables(source).createAsPrepared(written)
                : new SqlTree.Call(Names.of(written.name()));
    }

    private SqlTree any(ParserRuleContext kind) {
        return switch (kind.getStart().getText().toUpperCase(Locale.ROOT)) {
            case "ALTER" -> new Altered(source).any(kind);
            case "CREATE" -> Objects.other(kind);
            default -> new SqlTree.Other(Verbs.of(kind));
        };
    }
}
