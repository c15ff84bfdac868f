package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.measure.traffic.Clients;
import dev.stairway.measure.traffic.Probe;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import dev.stairway.measure.traffic.TrafficOptions;
import dev.stairway.measure.traffic.WorkloadFile;
import dev.stairway.problem.ProblemException;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clients of a database that speaks JDBC. */
public final class JdbcClients implements Clients {

    /** Each takes two connections, of which a server has few. */
    private static final int MOST_TABLES = 12;

    private final JdbcDatabase database;
    private final TrafficOptions options;
    private final Dialect dialect;

    private JdbcClients(JdbcDatabase database, TrafficOptions options, Dialect dialect) {
        this.database = database;
        this.options = options;
        this.dialect = dialect;
    }

    /** Of a product that is known here. */
    public static Optional<Clients> of(JdbcDatabase database, TrafficOptions options) {
        return switch (database.id().product()) {
            case "postgresql" ->
                Optional.of(new JdbcClients(database, options, new PostgresDialect(options.timeout())));
            case "sqlite" -> Optional.of(new JdbcClients(database, options, new SqliteDialect()));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Probe> open(Collection<String> tables) {
        List<Probe> probes = new ArrayList<>();
        try {
            for (Table table : learn(tables)) {
                open(table, probes);
            }
            for (WorkloadFile file : options.workload()) {
                workload(file, probes);
            }
            return probes;
        } catch (SQLException failed) {
            probes.forEach(Probe::close);
            throw unconnected(failed);
        } catch (RuntimeException failed) {
            probes.forEach(Probe::close);
            throw failed;
        }
    }

    private Collection<Table> learn(Collection<String> names) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        try (Line line = Line.open(database, dialect)) {
            for (String name : names) {
                if (tables.size() < MOST_TABLES) {
                    dialect.table(line.connection(), name).ifPresent(table -> tables.put(table.name(), table));
                }
            }
        }
        if (!tables.isEmpty()) {
            dialect.shared().ifPresent(table -> tables.put(table.name(), table));
        }
        return tables.values();
    }

    private void open(Table table, List<Probe> probes) throws SQLException {
        for (Kind kind : List.of(Kind.READ, Kind.WRITE)) {
            if (!table.calls(kind).isEmpty()) {
                probes.add(new TableProbe(database, dialect, options.timeout(), line(), table, kind));
            }
        }
    }

    private void workload(WorkloadFile file, List<Probe> probes) throws SQLException {
        SqlSyntax syntax = SqlSyntax.of(database.id().product());
        List<SqlStatement> statements = SqlScript.statements(file.name(), file.text(), syntax);
        if (!statements.isEmpty()) {
            probes.add(new WorkloadProbe(database, dialect, options.timeout(), line(), file.name(), statements));
        }
    }

    private Line line() throws SQLException {
        return Line.open(database, dialect);
    }

    @Override
    public Ending hold(Collection<String> tables) {
        try {
            return Held.open(database, dialect, learn(tables));
        } catch (SQLException failed) {
            throw unconnected(failed);
        }
    }

    @Override
    public Ending watch(List<Probe> probes) {
        List<JdbcProbe> own = probes.stream().map(JdbcProbe.class::cast).toList();
        try {
            return dialect.watch(database, own);
        } catch (SQLException failed) {
            throw unconnected(failed);
        }
    }

    @Override
    public void follow(Session session) {
        dialect.follow((JdbcSession) session);
    }

    private ProblemException unconnected(SQLException failed) {
        return ProblemException.setup(
                "The clients that are to work beside the migrations cannot connect",
                database.url(),
                dialect.text(failed),
                "Allow the server more connections: two for each table that a migration touches, up to "
                        + 2 * MOST_TABLES + ", and one for each file of the workload",
                failed);
    }
}
