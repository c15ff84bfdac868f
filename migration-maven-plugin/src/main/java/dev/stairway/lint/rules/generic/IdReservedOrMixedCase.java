package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import java.util.Locale;
import java.util.Set;

/** A name that works only in quotes. */
public final class IdReservedOrMixedCase implements LintRule {

    /** https://www.postgresql.org/docs/current/sql-keywords-appendix.html, https://www.sqlite.org/lang_keywords.html */
    private static final Set<String> RESERVED = Set.of(("all and any array as asc both case cast check collate column"
                    + " constraint create cross current_date current_time current_timestamp current_user default deferrable"
                    + " desc distinct do else end except false fetch for foreign from full grant group having in index inner"
                    + " intersect into is isnull join lateral leading left like limit natural not notnull null offset on only"
                    + " or order outer over primary references returning right select session_user set similar some table then"
                    + " to trailing transaction true union unique update user using values variadic when where window with")
            .split(" "));

    private static final Facts FACTS = Facts.of("G31", "id-reserved-or-mixed-case", Severity.INFO)
            .onRequest()
            .catches("A new name that is a keyword, or that mixes small and capital letters")
            .when(
                    "A new table, column or other object has a quoted name that is a reserved word or holds capital letters or"
                            + " characters other than letters, digits and _; on SQLite, capital and small letters without quotes, too.")
            .effect(
                    "Whoever forgets the quotes gets an error, or another object: PostgreSQL folds names without quotes to small"
                            + " letters, SQLite does not care about case, others fold to capitals.")
            .instead("Use small letters, digits and _, and no keyword")
            .see(
                    "https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS",
                    "https://www.postgresql.org/docs/current/sql-keywords-appendix.html",
                    "https://www.sqlite.org/lang_keywords.html")
            .provenBy(Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        boolean folds = statement.targets().is("postgresql");
        for (NewName made : NewName.of(statement.tree())) {
            String why = why(made.name(), folds);
            if (!why.isEmpty()) {
                remarks.at(
                        statement,
                        made.offset(),
                        made.name().written(),
                        "The " + made.kindInWords() + " " + made.name().written() + " " + why);
            }
        }
    }

    private static String why(Name name, boolean folds) {
        String text = name.name();
        if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return "has a keyword for a name";
        }
        boolean capitals = text.chars().anyMatch(Character::isUpperCase);
        boolean small = text.chars().anyMatch(Character::isLowerCase);
        if (capitals && (folds ? name.quoted() : small)) {
            return folds ? "can only be reached in quotes" : "mixes small and capital letters";
        }
        return name.quoted() && !text.matches("\\w+") ? "can only be reached in quotes" : "";
    }
}
