package dev.stairway.script.sql.parse.postgres;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.AlteroptroleelemContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Grant_admin_option_Context;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Grantee_listContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.GrantrolestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.GrantstmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Privilege_listContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Privilege_targetContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.PrivilegesContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RevokerolestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.RevokestmtContext;
import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.Role_listContext;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Grant;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Roles and what they may do. Membership in a role is told as a grant of kind ROLE without privileges, whose names are the
 * roles; all tables of a schema as {@code *} in it.
 */
final class Rights {

    private final Source source;

    Rights(Source source) {
        this.source = source;
    }

    SqlTree grant(GrantstmtContext written) {
        return new Grant(
                false,
                privileges(written.privileges()),
                kind(written.privilege_target()),
                names(written.privilege_target()),
                roles(written.grantee_list()),
                written.grant_grant_option_() != null);
    }

    SqlTree revoke(RevokestmtContext written) {
        return new Grant(
                true,
                privileges(written.privileges()),
                kind(written.privilege_target()),
                names(written.privilege_target()),
                roles(written.grantee_list()),
                written.GRANT() != null);
    }

    private static List<String> privileges(PrivilegesContext privileges) {
        return privileges.privilege_list() == null
                ? List.of("ALL")
                : privileges.privilege_list().privilege().stream()
                        .map(privilege -> privilege.SYSTEM_P() != null
                                ? "ALTER SYSTEM"
                                : privilege.getStart().getText().toUpperCase(Locale.ROOT))
                        .toList();
    }

    private static ObjectKind kind(Privilege_targetContext target) {
        if (target.getChild(0) instanceof ParserRuleContext) {
            return ObjectKind.TABLE;
        } else if (target.ALL() != null) {
            return target.TABLES() != null
                    ? ObjectKind.TABLE
                    : target.SEQUENCES() != null
                            ? ObjectKind.SEQUENCE
                            : target.PROCEDURES() != null ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
        }
        return Kinds.at(target, 0);
    }

    private List<Name> names(Privilege_targetContext target) {
        if (target.ALL() != null) {
            return target.name_list().name().stream()
                    .map(schema -> new Name(Names.of(schema).name(), "*", source.text(target), false))
                    .toList();
        } else if (target.qualified_name_list() != null) {
            return Names.all(target.qualified_name_list().qualified_name());
        } else if (target.name_list() != null) {
            return Names.all(target.name_list().name());
        } else if (target.any_name_list_() != null) {
            return Names.all(target.any_name_list_().any_name());
        } else if (target.function_with_argtypes_list() != null) {
            return Names.all(target.function_with_argtypes_list().function_with_argtypes());
        }
        return Names.all(target.var_name());
    }

    private static List<String> roles(Grantee_listContext list) {
        return list.grantee().stream()
                .map(grantee -> Names.of(grantee.rolespec()).name())
                .toList();
    }

    SqlTree grantRole(GrantrolestmtContext written) {
        return membership(
                false, written.privilege_list(), written.role_list(), administers(written.grant_admin_option_()));
    }

    SqlTree revokeRole(RevokerolestmtContext written) {
        return membership(true, written.privilege_list(), written.role_list(), written.OPTION() != null);
    }

    private boolean administers(Grant_admin_option_Context option) {
        return option != null && source.text(option).toUpperCase(Locale.ROOT).matches("WITH\\s+ADMIN.*");
    }

    private static SqlTree membership(
            boolean revokes, Privilege_listContext roles, Role_listContext to, boolean administers) {
        return new Grant(
                revokes,
                List.of(),
                ObjectKind.ROLE,
                Names.all(roles.privilege()),
                to.rolespec().stream().map(role -> Names.of(role).name()).toList(),
                administers);
    }

    /** Whether a password is written is all that is kept of it. */
    static SqlTree role(String verb, ParserRuleContext role, ParseTree statement) {
        boolean password = Source.all(statement, AlteroptroleelemContext.class).stream()
                .anyMatch(option -> option.PASSWORD() != null && option.sconst() != null);
        return new SqlTree.Role(verb, Names.of(role).name(), password);
    }
}
