package dev.stairway.judge;

import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import dev.stairway.judge.ExpectedLoss.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds the losses of one step to what the user declared, exactly: more, less or elsewhere is a finding. */
public final class DeclaredLosses {

    /**
     * @param losses as found, the declared ones marked
     * @param differences declared and found losses that do not agree, as sentences
     */
    public record Result(List<Loss> losses, List<String> differences) {}

    private final List<ExpectedLoss> mine;
    private final List<Loss> losses;
    private final boolean rowsInTables;
    private final List<String> differences = new ArrayList<>();

    private DeclaredLosses(List<ExpectedLoss> mine, List<Loss> losses, boolean rowsInTables) {
        this.mine = mine;
        this.losses = losses;
        this.rowsInTables = rowsInTables;
    }

    /** True when the user declared that the table loses rows. */
    public static boolean ofRows(Migration migration, List<ExpectedLoss> declared, String table) {
        return declared.stream()
                .filter(d -> d.data() == Data.BEFORE && d.column().isEmpty() && isOf(d, migration))
                .anyMatch(d -> isTable(d, table));
    }

    /**
     * Losses of the way back.
     *
     * @param rowsInTables false in a scenario without rows, where less is lost than declared, or nothing
     */
    public static Result hold(
            Migration migration, List<ExpectedLoss> declared, List<Loss> losses, boolean rowsInTables) {
        return hold(migration, declared, losses, rowsInTables, List.of(Data.BEFORE, Data.WRITTEN));
    }

    /**
     * Rows that the way up removes.
     *
     * @param removed as losses of rows that were there before
     */
    public static Result holdUp(
            Migration migration, List<ExpectedLoss> declared, List<Loss> removed, boolean rowsInTables) {
        return hold(migration, declared, removed, rowsInTables, List.of(Data.REMOVED));
    }

    private static Result hold(
            Migration migration,
            List<ExpectedLoss> declared,
            List<Loss> losses,
            boolean rowsInTables,
            List<Data> which) {
        List<ExpectedLoss> mine = declared.stream()
                .filter(d -> which.contains(d.data()) && isOf(d, migration))
                .toList();
        return new DeclaredLosses(mine, losses, rowsInTables).held();
    }

    private Result held() {
        List<Loss> held = losses.stream().map(this::held).toList();
        if (rowsInTables) {
            mine.stream()
                    .filter(d -> losses.stream().noneMatch(l -> concerns(d, l)))
                    .forEach(d -> differences.add("declared a loss in " + place(d) + ", found none"));
        }
        mine.stream()
                .filter(this::inSeveralTables)
                .forEach(d -> differences.add("declared a loss in " + place(d) + ", which is several tables: "
                        + String.join(", ", tables(d))));
        return new Result(held, differences);
    }

    private Loss held(Loss loss) {
        List<ExpectedLoss> matches =
                mine.stream().filter(d -> concerns(d, loss)).toList();
        if (matches.isEmpty() || matches.stream().anyMatch(d -> !inSeveralTables(d) && amountFits(d, loss))) {
            return matches.isEmpty() ? loss : loss.asDeclared();
        }
        matches.stream()
                .filter(d -> !inSeveralTables(d))
                .findFirst()
                .ifPresent(d -> differences.add("declared " + (d.rows() < 0 ? "some" : d.rows())
                        + (d.rows() == 1 ? " row for " : " rows for ")
                        + place(d) + ", found: " + loss.text()));
        return loss;
    }

    /** A plain name that is one table in the mind of the user and two in the database. */
    private boolean inSeveralTables(ExpectedLoss declared) {
        return tables(declared).size() > 1;
    }

    private List<String> tables(ExpectedLoss declared) {
        return losses.stream()
                .filter(loss -> concerns(declared, loss))
                .map(Loss::table)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isOf(ExpectedLoss declared, Migration migration) {
        return IdPattern.of(declared.migration()).matches(migration.id(), migration.name());
    }

    private static boolean concerns(ExpectedLoss declared, Loss loss) {
        Loss.Kind kind = declared.data() == Data.WRITTEN ? Loss.Kind.WRITTEN : Loss.Kind.BEFORE;
        return loss.kind() == kind
                && declared.column().equalsIgnoreCase(loss.column())
                && isTable(declared, loss.table());
    }

    private static boolean isTable(ExpectedLoss declared, String table) {
        return declared.table().equalsIgnoreCase(table) || declared.table().equalsIgnoreCase(plain(table));
    }

    private boolean amountFits(ExpectedLoss declared, Loss loss) {
        return declared.rows() < 0
                || loss.exact() && declared.rows() == loss.rows()
                || !rowsInTables && loss.rows() <= declared.rows();
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('.') + 1);
    }

    private static String place(ExpectedLoss declared) {
        String data = switch (declared.data()) {
            case BEFORE -> "";
            case REMOVED -> " (removed)";
            case WRITTEN -> " (written)";
        };
        return (declared.column().isEmpty() ? declared.table() : declared.table() + "." + declared.column())
                        .toLowerCase(Locale.ROOT)
                + data;
    }
}
