package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.run.StepReport.Loss;
import dev.stairway.run.WalkOptions.ExpectedLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds the losses of one step to what the user declared, exactly: more, less or elsewhere is a finding. */
final class DeclaredLosses {

    /**
     * @param losses as found, the declared ones marked
     * @param differences declared and found losses that do not agree, as sentences
     */
    record Result(List<Loss> losses, List<String> differences) {}

    private DeclaredLosses() {}

    /** True when the user declared that the table loses rows. */
    static boolean ofRows(Migration migration, List<ExpectedLoss> declared, String table) {
        return declared.stream()
                .filter(d ->
                        d.column().isEmpty() && IdPattern.of(d.migration()).matches(migration.id(), migration.name()))
                .anyMatch(d -> isTable(d, table));
    }

    static Result hold(Migration migration, List<ExpectedLoss> declared, List<Loss> losses, boolean rowsInTables) {
        List<ExpectedLoss> mine = declared.stream()
                .filter(d -> IdPattern.of(d.migration()).matches(migration.id(), migration.name()))
                .toList();
        List<Loss> held = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Loss loss : losses) {
            Optional<ExpectedLoss> match =
                    mine.stream().filter(d -> concerns(d, loss)).findFirst();
            boolean equal = match.isPresent() && amountFits(match.get(), loss);
            held.add(equal ? loss.asDeclared() : loss);
            if (match.isPresent() && !equal) {
                differences.add("declared " + match.get().rows() + " rows for " + place(match.get()) + ", found: "
                        + loss.text());
            }
        }
        if (rowsInTables) {
            mine.stream()
                    .filter(d -> losses.stream().noneMatch(l -> concerns(d, l)))
                    .forEach(d -> differences.add("declared a loss in " + place(d) + ", found none"));
        }
        return new Result(held, differences);
    }

    private static boolean concerns(ExpectedLoss declared, Loss loss) {
        return loss.kind() == Loss.Kind.BEFORE
                && declared.column().equalsIgnoreCase(loss.column())
                && isTable(declared, loss.table());
    }

    private static boolean isTable(ExpectedLoss declared, String table) {
        return declared.table().equalsIgnoreCase(table) || declared.table().equalsIgnoreCase(plain(table));
    }

    private static boolean amountFits(ExpectedLoss declared, Loss loss) {
        return declared.rows() < 0 || loss.exact() && declared.rows() == loss.rows();
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('.') + 1);
    }

    private static String place(ExpectedLoss declared) {
        return (declared.column().isEmpty() ? declared.table() : declared.table() + "." + declared.column())
                .toLowerCase(Locale.ROOT);
    }
}
