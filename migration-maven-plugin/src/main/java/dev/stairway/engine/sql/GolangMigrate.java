package dev.stairway.engine.sql;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.script.AdvisoryLock;
import dev.stairway.engine.script.ScriptDirectory;
import dev.stairway.problem.ProblemException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 001_name.up.sql} beside {@code 001_name.down.sql}:
 * https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md
 */
final class GolangMigrate implements Layout {

    private static final Pattern HALF = Pattern.compile(".*\\.(up|down)\\.sql", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(\\d+)_(.*)\\.(up|down)\\.sql", Pattern.DOTALL);
    private static final Pattern NEITHER = Pattern.compile("\\d+_.*\\.sql", Pattern.DOTALL);
    private static final int MAX_DIGITS = 18;

    private static final String TABLE = "x-migrations-table";
    private static final String SEPARATELY = "x-multi-statement";
    private static final String NO_TRANSACTION = "x-no-tx-wrap";
    private static final String NO_LOCK = "x-no-lock";

    private final String table;
    private final boolean separately;
    private final boolean noTransaction;
    private final boolean noLock;

    GolangMigrate(Settings settings) {
        table = settings.text(TABLE, "schema_migrations");
        separately = settings.flag(SEPARATELY);
        noTransaction = settings.flag(NO_TRANSACTION);
        noLock = settings.flag(NO_LOCK);
    }

    /** True when the name of a file ends as a half does. */
    static boolean half(String file) {
        return HALF.matcher(file).matches();
    }

    @Override
    public String tool() {
        return "golang-migrate";
    }

    @Override
    public Set<String> settings() {
        return Set.of(TABLE, SEPARATELY, NO_TRANSACTION, NO_LOCK);
    }

    /** Its driver for SQLite does, unless told otherwise; those for PostgreSQL and MySQL send the file as it is. */
    @Override
    public boolean opensTransactions(String product) {
        return switch (product) {
            case "postgresql", "mysql", "mariadb" -> false;
            default -> !noTransaction;
        };
    }

    /** Version -1 is the state before the first: https://github.com/golang-migrate/migrate/blob/v4.19.0/internal/cli/main.go */
    @Override
    public List<String> commandsAgain(Optional<Unit> before, boolean refuses) {
        String force = "migrate force " + before.map(Unit::version).orElse("-1");
        return refuses ? List.of(force, "migrate up") : List.of("migrate up");
    }

    /** It commits the mark before it sends the file, which is one transaction with the mark here. */
    @Override
    public Optional<String> leftByTool(Unit unit, Optional<Unit> before) {
        return unit.migration().transactional()
                ? Optional.of("golang-migrate itself marks the database as dirty at version " + unit.version()
                        + " before it begins, and after a crash there it refuses to go on, although nothing of the"
                        + " migration is in effect: " + String.join(", then: ", commandsAgain(before, true)))
                : Optional.empty();
    }

    @Override
    public RunLock lock(JdbcDatabase database, Duration patience) {
        return noLock || !database.id().product().equals("postgresql")
                ? RunLock.NONE
                : AdvisoryLock.take(
                        database, tool(), connection -> GolangMigrateLock.numbers(connection, table), patience);
    }

    @Override
    public History history(String product) {
        return new VersionRow(table, product);
    }

    @Override
    public List<Unit> read(ScriptDirectory directory, String product) {
        Map<BigInteger, Half> ups = new TreeMap<>();
        Map<BigInteger, Half> downs = new TreeMap<>();
        for (String file : directory.files()) {
            if (half(file)) {
                Half half = Half.of(file, directory);
                put(half.up() ? ups : downs, half, directory);
            } else if (NEITHER.matcher(file).matches()) {
                throw ProblemException.migrations(
                        "A script is neither an .up.sql nor a .down.sql, and golang-migrate would pass over it",
                        directory.nameOf(file),
                        "",
                        "Rename it to " + file.replaceFirst("\\.sql$", ".up.sql") + ", or move it elsewhere.",
                        null);
            }
        }
        refuseLonely(ups, downs, directory);
        List<Unit> units = new ArrayList<>();
        ups.forEach((number, up) -> units.add(unit(up, Optional.ofNullable(downs.get(number)), directory, product)));
        return units;
    }

    private static void put(Map<BigInteger, Half> halves, Half half, ScriptDirectory directory) {
        Half other = halves.put(new BigInteger(half.version()), half);
        if (other != null) {
            throw ProblemException.migrations(
                    "Two migrations have version " + new BigInteger(half.version()),
                    directory.nameOf(half.file()),
                    "the other one is " + directory.nameOf(other.file()),
                    "Give one of them another version.",
                    null);
        }
    }

    private static void refuseLonely(
            Map<BigInteger, Half> ups, Map<BigInteger, Half> downs, ScriptDirectory directory) {
        for (Map.Entry<BigInteger, Half> down : downs.entrySet()) {
            if (!ups.containsKey(down.getKey())) {
                String file = down.getValue().file();
                throw ProblemException.migrations(
                        "A way back has no way there",
                        directory.nameOf(file),
                        "no .up.sql has version " + down.getKey(),
                        "Add " + file.replaceFirst("\\.down\\.sql$", ".up.sql") + ", or delete this file.",
                        null);
            }
        }
    }

    private Unit unit(Half up, Optional<Half> down, ScriptDirectory directory, String product) {
        Part there = part(up, directory);
        Optional<Part> back = down.map(half -> part(half, directory));
        String id = up.file().replaceFirst("\\.up\\.sql$", "");
        return Units.of(id, new BigInteger(up.version()).toString(), up.title(), there, back, product, this);
    }

    private Part part(Half half, ScriptDirectory directory) {
        return new Part(
                directory.nameOf(half.file()),
                1,
                directory.text(half.file(), StandardCharsets.UTF_8),
                true,
                separately);
    }

    /** @param title what stands between the version and the direction */
    private record Half(String file, String version, String title, boolean up) {

        static Half of(String file, ScriptDirectory directory) {
            Matcher name = NAME.matcher(file);
            if (!name.matches() || name.group(1).length() > MAX_DIGITS) {
                throw ProblemException.migrations(
                        "The version of a migration cannot be read from its name",
                        directory.nameOf(file),
                        "golang-migrate takes names that begin with a number and an underscore, and passes over others",
                        "Rename it, for example to 001_" + file.replaceFirst("^[\\d_]*", "")
                                + ", or move it elsewhere.",
                        null);
            }
            return new Half(file, name.group(1), name.group(2), name.group(3).equals("up"));
        }
    }
}
