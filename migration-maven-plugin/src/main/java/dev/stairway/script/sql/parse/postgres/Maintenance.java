package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AnalyzestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ClusterstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CommentstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CopystmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.ReindexstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Utility_option_elemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Vac_analyze_option_elemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Vac_analyze_option_listContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Vacuum_relation_list_Context;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.VacuumstmtContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** VACUUM and its like, COMMENT and COPY. */
final class Maintenance {

    private static final Set<String> NO = Set.of("false", "off", "0", "'false'", "'off'");

    private final Source source;

    Maintenance(Source source) {
        this.source = source;
    }

    SqlTree vacuum(VacuumstmtContext written) {
        Vac_analyze_option_listContext options = written.vac_analyze_option_list();
        return new SqlTree.Vacuum(
                written.full_() != null || asks(options, "full"),
                written.analyze_() != null || asks(options, "analyze") || asks(options, "analyse"),
                tables(written.vacuum_relation_list_()));
    }

    SqlTree analyze(AnalyzestmtContext written) {
        return new SqlTree.Analyze(tables(written.vacuum_relation_list_()));
    }

    private boolean asks(Vac_analyze_option_listContext options, String wanted) {
        return options != null && options.vac_analyze_option_elem().stream().anyMatch(option -> asks(option, wanted));
    }

    private boolean asks(Vac_analyze_option_elemContext option, String wanted) {
        return asks(option.vac_analyze_option_name(), option.vac_analyze_option_arg(), wanted);
    }

    private boolean asks(ParserRuleContext name, ParserRuleContext value, String wanted) {
        boolean refused = NO.contains(source.text(value).toLowerCase(Locale.ROOT));
        return Names.folded(source.text(name)).equals(wanted) && !refused;
    }

    private static List<Name> tables(Vacuum_relation_list_Context list) {
        return list == null
                ? List.of()
                : list.vacuum_relation_list().vacuum_relation().stream()
                        .map(relation -> Names.of(relation.relation_expr().qualified_name()))
                        .toList();
    }

    /** Without a table it is about all that were clustered before. */
    static SqlTree cluster(ClusterstmtContext written) {
        return written.qualified_name() == null
                ? new SqlTree.Other("CLUSTER")
                : new SqlTree.Cluster(Names.of(written.qualified_name()));
    }

    SqlTree reindex(ReindexstmtContext written) {
        boolean concurrently = written.concurrently_() != null
                || Source.all(written, Utility_option_elemContext.class).stream()
                        .anyMatch(option ->
                                asks(option.utility_option_name(), option.utility_option_arg(), "concurrently"));
        ObjectKind kind = Kinds.at(written, written.reindex_option_list() == null ? 1 : 2);
        return new SqlTree.Reindex(kind, name(written), concurrently);
    }

    private static Name name(ReindexstmtContext written) {
        if (written.qualified_name() != null) {
            return Names.of(written.qualified_name());
        }
        ParserRuleContext name = written.name() != null ? written.name() : written.single_name_();
        return name == null ? Names.simple("") : Names.of(name);
    }

    static SqlTree comment(CommentstmtContext written) {
        ParserRuleContext name = Altered.object(written);
        if (name == null) {
            name = written.typename().isEmpty() ? written : written.typename(0);
        }
        return new SqlTree.Comment(Kinds.at(written, 2), Names.of(name));
    }

    static SqlTree copy(CopystmtContext written) {
        return written.qualified_name() == null
                ? new SqlTree.Other("COPY")
                : new SqlTree.Copy(
                        Names.of(written.qualified_name()), written.copy_from().FROM() != null);
    }
}
