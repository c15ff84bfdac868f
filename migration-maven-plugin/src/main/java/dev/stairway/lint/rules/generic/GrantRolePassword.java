package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Grant;
import dev.stairway.script.sql.tree.SqlTree.Other;
import dev.stairway.script.sql.tree.SqlTree.Role;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rights that reach too far, and roles and their passwords in a changelog. */
public final class GrantRolePassword implements LintRule {

    private static final Pattern DEFAULTS = Pattern.compile(
            "^\\s*ALTER\\s+DEFAULT\\s+PRIVILEGES\\b.*?\\b(GRANT\\b.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FAR = Pattern.compile(
            "^GRANT\\s+ALL\\b|\\bTO\\s+.*\\bPUBLIC\\b|\\bWITH\\s+GRANT\\s+OPTION\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** https://www.postgresql.org/docs/current/predefined-roles.html and the superusers of the clouds. */
    private static final Pattern MIGHTY = Pattern.compile(
            "pg_(?:write|read)_all_data|pg_\\w*server\\w*|pg_database_owner|postgres|\\w*superuser|\\w*_admin",
            Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G29", "grant-role-password", Severity.WARNING)
            .catches("All rights, rights for everybody, rights to pass on, roles and passwords")
            .when(
                    "A GRANT gives ALL, gives to PUBLIC, says WITH GRANT OPTION or makes somebody a member of a mighty role; the same in"
                            + " ALTER DEFAULT PRIVILEGES; a role is made, changed or dropped. A GRANT"
                            + " of named rights to named roles and every REVOKE keep it quiet.")
            .effect(
                    "The application, or everybody who can connect, may do more than anybody has thought about. A role belongs"
                            + " to the whole server: a second database on it makes the migration fail. A password in a changelog is in"
                            + " version control and in logs for ever.")
            .instead(
                    "Grant the rights that are needed, one by one, to a role of a group; make roles and their passwords where"
                            + " the server is set up, outside of the changelog")
            .see(
                    "https://www.postgresql.org/docs/current/sql-grant.html",
                    "https://www.postgresql.org/docs/current/sql-createrole.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Grant.class)
                .filter(grant -> !grant.revokes())
                .ifPresent(grant -> grant(statement, grant, remarks));
        statement.as(Role.class).ifPresent(role -> role(statement, role, remarks));
        statement.as(Other.class).ifPresent(other -> byDefault(statement, remarks));
    }

    /** What everybody gets of objects to come. https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html */
    private static void byDefault(StatementView statement, Remarks remarks) {
        Matcher grant = DEFAULTS.matcher(statement.parsed().source().sql());
        if (grant.find() && FAR.matcher(grant.group(1)).find()) {
            remarks.at(
                    statement,
                    0,
                    "",
                    "Every object that is made later comes with these rights: "
                            + grant.group(1).strip(),
                    "Name the rights and the role, and leave ALL, PUBLIC and WITH GRANT OPTION out");
        }
    }

    private static void grant(StatementView statement, Grant grant, Remarks remarks) {
        if (grant.kind() == ObjectKind.ROLE) {
            membership(statement, grant, remarks);
            return;
        }
        String object = grant.names().isEmpty() ? "" : grant.names().get(0).written();
        String on = object.isEmpty() ? "" : " on " + object;
        String to = String.join(", ", grant.to());
        String rights = String.join(", ", grant.privileges());
        if (grant.withGrantOption()) {
            String what = to + " may pass the rights" + on + " on to anybody";
            remarks.at(
                    statement,
                    0,
                    object,
                    what,
                    "Leave WITH GRANT OPTION out, and grant the rights to each role by name");
        } else if (grant.to().stream().anyMatch("public"::equalsIgnoreCase)) {
            String what = "Everybody who can connect gets " + rights + on;
            remarks.at(statement, 0, object, what, "GRANT " + rights + on + " to the role that needs it");
        } else if (grant.privileges().stream().anyMatch(right -> right.startsWith("ALL"))) {
            String what = to + " gets every right" + on + ", also those that it does not need";
            remarks.at(
                    statement,
                    0,
                    object,
                    what,
                    "Name the rights: GRANT SELECT, INSERT, UPDATE" + on + " TO " + to + ";");
        }
    }

    private static void membership(StatementView statement, Grant grant, Remarks remarks) {
        String roles = grant.names().stream().map(Name::written).collect(Collectors.joining(", "));
        boolean mighty = grant.names().stream()
                .anyMatch(role -> MIGHTY.matcher(role.name()).matches());
        if (mighty || grant.withGrantOption()) {
            String to = String.join(", ", grant.to());
            remarks.at(
                    statement,
                    0,
                    roles,
                    mighty
                            ? to + " may do whatever " + roles + " may, in every database of the server"
                            : to + " may make anybody a member of " + roles,
                    "Grant named rights on the objects that " + to + " needs");
        }
    }

    private static void role(StatementView statement, Role role, Remarks remarks) {
        if (role.password()) {
            remarks.at(
                    statement,
                    0,
                    role.role(),
                    "The password of role " + role.role() + " stands in the changelog",
                    "Give " + role.role() + " another password, and set it where the server is set up");
            return;
        }
        String does = switch (role.verb()) {
            case "CREATE" -> "is made";
            case "DROP" -> "is dropped";
            default -> "is changed";
        };
        remarks.at(
                statement,
                0,
                role.role(),
                "Role " + role.role() + ", which belongs to the whole server, " + does
                        + " by a migration of one database",
                "Do it where the server is set up, outside of the changelog");
    }
}
