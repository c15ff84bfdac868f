package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import java.util.regex.Pattern;

/** Money in binary fractions. */
public final class FloatMoney implements LintRule {

    private static final Pattern MONEY = Pattern.compile(
            "(?:.*_)?(?:price|amount|cost|costs|total|subtotal|balance|salary|wage|fee|fees|tax|revenue|payment|budget|charge"
                    + "|refund|income|debit|money|turnover|deposit)(?:_(?:eur|usd|gbp|chf|net|gross|due|paid|total|amount|sum))?",
            Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G40", "float-money", Severity.INFO)
            .about("postgresql")
            .catches("An amount of money in a binary floating-point type")
            .when(
                    "A column that is named like money (price, amount, cost, balance, fee ...) gets the type real or double precision.")
            .effect(
                    "0.1 cannot be written in binary: sums are off by cents, equality fails, and the same values print differently on"
                            + " another database.")
            .instead("Use numeric(12, 2), or bigint that counts cents")
            .see(
                    "https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-FLOAT",
                    "https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-NUMERIC-DECIMAL")
            .provenBy(Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (NewColumn made : NewColumn.of(statement.tree())) {
            String column = made.column().name();
            if (made.type() != null
                    && made.type().is("real", "double precision", "float", "float4", "float8", "double")
                    && MONEY.matcher(column).matches()) {
                remarks.at(
                        statement,
                        made.offset(),
                        made.table().written(),
                        made.table().written() + "." + made.column().written() + " looks like money, and "
                                + made.type().written() + " cannot hold cents exactly",
                        made.column().written() + " numeric(12, 2)");
            }
        }
    }
}
