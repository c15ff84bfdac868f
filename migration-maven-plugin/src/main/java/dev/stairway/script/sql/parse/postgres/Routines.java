package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Common_func_opt_itemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Createfunc_opt_itemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatefunctionstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.CreatetrigstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DostmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Dostmt_opt_itemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Nonreservedword_or_sconstContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.TriggeroneeventContext;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions, procedures, triggers and blocks. */
final class Routines {

    private final Source source;

    Routines(Source source) {
        this.source = source;
    }

    SqlTree create(CreatefunctionstmtContext written) {
        List<Createfunc_opt_itemContext> options = written.createfunc_opt_list() == null
                ? List.of()
                : written.createfunc_opt_list().createfunc_opt_item();
        return new SqlTree.CreateFunction(
                written.PROCEDURE() != null ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION,
                Names.of(written.func_name()),
                written.or_replace_() != null,
                language(options),
                common(options).stream().anyMatch(option -> option.DEFINER() != null),
                volatility(options),
                settings(options),
                body(written, options));
    }

    /** SQL where none is written: such a function has its body without quotes. */
    private String language(List<Createfunc_opt_itemContext> options) {
        return options.stream()
                .filter(option -> option.LANGUAGE() != null)
                .map(option -> language(option.nonreservedword_or_sconst()))
                .findFirst()
                .orElse("sql");
    }

    private String language(Nonreservedword_or_sconstContext written) {
        return Names.folded(Literals.unquoted(written, source));
    }

    private static List<Common_func_opt_itemContext> common(List<Createfunc_opt_itemContext> options) {
        return options.stream()
                .filter(option -> option.common_func_opt_item() != null)
                .map(Createfunc_opt_itemContext::common_func_opt_item)
                .toList();
    }

    private String volatility(List<Createfunc_opt_itemContext> options) {
        return common(options).stream()
                .filter(option -> option.IMMUTABLE() != null || option.STABLE() != null || option.VOLATILE() != null)
                .map(option -> source.text(option).toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private Map<String, String> settings(List<Createfunc_opt_itemContext> options) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Common_func_opt_itemContext option : common(options)) {
            if (option.functionsetresetclause() != null
                    && option.functionsetresetclause().SET() != null) {
                SqlTree.SetParameter set = new Sessions(source)
                        .setting(option.functionsetresetclause().set_rest_more(), false);
                settings.put(set.parameter(), set.value());
            }
        }
        return settings;
    }

    private String body(CreatefunctionstmtContext written, List<Createfunc_opt_itemContext> options) {
        if (written.routine_body() != null) {
            return source.text(written.routine_body());
        }
        return options.stream()
                .filter(option -> option.func_as() != null)
                .map(option -> Literals.value(option.func_as().sconst(0)))
                .findFirst()
                .orElse("");
    }

    SqlTree trigger(CreatetrigstmtContext written) {
        String timing = written.CONSTRAINT() != null
                ? "AFTER"
                : source.text(written.triggeractiontime())
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("\\s+", " ");
        return new SqlTree.CreateTrigger(
                Names.of(written.name()),
                Names.of(written.qualified_name()),
                false,
                timing,
                written.triggerevents().triggeroneevent().stream()
                        .map(Routines::event)
                        .toList(),
                "");
    }

    private static String event(TriggeroneeventContext event) {
        return event.getStart().getText().toUpperCase(Locale.ROOT);
    }

    SqlTree block(DostmtContext written) {
        String language = "plpgsql";
        String body = "";
        for (Dostmt_opt_itemContext item : written.dostmt_opt_list().dostmt_opt_item()) {
            if (item.LANGUAGE() != null) {
                language = language(item.nonreservedword_or_sconst());
            } else {
                body = Literals.value(item.sconst());
            }
        }
        return new SqlTree.DoBlock(language, body);
    }
}
