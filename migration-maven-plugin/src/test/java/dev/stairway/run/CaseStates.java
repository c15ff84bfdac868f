package dev.stairway.run;

import dev.stairway.data.Filler;
import dev.stairway.data.Fillers;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.finding.Rule;
import dev.stairway.run.CaseOracle.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays cases up, down, up, down, up with plain JDBC and lets oracles look in between; at last down after new rows. */
final class CaseStates {

    private final List<SqlCase> cases;
    private final List<CaseOracle> oracles;
    private final List<CaseOracle> always;
    private final Map<SqlCase, CaseWitness> witnesses = new LinkedHashMap<>();

    /**
     * @param oracles that look before and after the way back
     * @param always those of them that look at every state
     */
    CaseStates(int release, List<SqlCase> cases, List<CaseOracle> oracles, List<CaseOracle> always) {
        this.cases = cases;
        this.oracles = oracles;
        this.always = always;
        cases.forEach(planted -> witnesses.put(planted, new CaseWitness(release, planted)));
    }

    List<CaseWitness> witnesses(DatabaseServer server) {
        try (Database database = server.fresh("oracle");
                Connection connection = ((JdbcDatabase) database).connect();
                Filler filler = Fillers.open((JdbcDatabase) database, 1, List.of())) {
            play(new CasePlay(connection, cases.get(0).product().equals("postgresql")), connection, filler);
            return new ArrayList<>(witnesses.values());
        } catch (SQLException e) {
            throw new IllegalStateException(cases.toString(), e);
        } finally {
            if (CaseLeftovers.in(cases)) {
                CaseLeftovers.clear(server, cases);
            }
        }
    }

    private void play(CasePlay play, Connection connection, Filler filler) throws SQLException {
        for (CaseOracle oracle : oracles) {
            oracle.begin(connection);
        }
        for (SqlCase planted : cases) {
            play.base(planted);
        }
        if (cases.get(0).rows() > 0) {
            filler.fill(cases.get(0).rows(), Set.of());
        }
        Map<CaseOracle, State> before = look(oracles, connection);
        way("the way up", play::up);
        Map<CaseOracle, State> applied = look(always, connection);
        way("the way back", play::down);
        Map<CaseOracle, State> back = look(oracles, connection);
        before.forEach((oracle, state) -> witnesses.forEach(
                (planted, witness) -> witness.differs(oracle.name(), state.differences(back.get(oracle), planted))));
        compare("the way up", before, applied, CaseStates::concernsUp);
        way("the second way up", play::up);
        compare("the second way up", applied, look(always, connection), planted -> true);
        way("the second way back", play::down);
        compare("the second way back", back, look(always, connection), planted -> true);
        way("the third way up", play::up);
        Map<CaseOracle, State> head = look(always, connection);
        for (SqlCase planted : cases) {
            if (runsTwice(planted)) {
                witnesses.get(planted).fails("a second run", play.up(planted));
            }
        }
        compare("a second run", head, look(always, connection), CaseStates::runsTwice);
        newRows(play, connection, filler);
    }

    /** Rows that the new release writes are still there after the way back. */
    private void newRows(CasePlay play, Connection connection, Filler filler) throws SQLException {
        for (SqlCase planted : cases) {
            if (concernsNewRows(planted)) {
                filler.forgetAll();
                CaseNewRows rows = CaseNewRows.written(connection, planted, filler);
                play.down(planted);
                witnesses.get(planted).differs(CaseNewRows.NAME, "the way back", rows.gone(connection));
            }
        }
    }

    private void way(String name, Way way) throws SQLException {
        for (SqlCase planted : cases) {
            witnesses.get(planted).fails(name, way.play(planted));
        }
    }

    private Map<CaseOracle, State> look(List<CaseOracle> looking, Connection connection) throws SQLException {
        Map<CaseOracle, State> states = new LinkedHashMap<>();
        for (CaseOracle oracle : looking) {
            states.put(oracle, oracle.look(connection, cases));
        }
        return states;
    }

    private void compare(
            String where,
            Map<CaseOracle, State> one,
            Map<CaseOracle, State> other,
            java.util.function.Predicate<SqlCase> which) {
        for (CaseOracle oracle : always) {
            witnesses.forEach((planted, witness) -> {
                if (which.test(planted)) {
                    witness.differs(oracle.name(), where, one.get(oracle).differences(other.get(oracle), planted));
                }
            });
        }
    }

    /** What is wrong is what the way up does to what was there. */
    private static boolean concernsUp(SqlCase planted) {
        return planted.findings().stream().anyMatch(finding -> finding.rule().startsWith("migration-"));
    }

    private static boolean concernsNewRows(SqlCase planted) {
        return planted.findings().stream()
                .anyMatch(finding -> finding.rule().equals(Rule.ROLLBACK_LOSES_NEW_ROWS.id()));
    }

    private static boolean runsTwice(SqlCase planted) {
        return planted.attributes().containsKey("runAlways")
                || planted.attributes().containsKey("runOnChange");
    }

    @FunctionalInterface
    private interface Way {
        String play(SqlCase planted) throws SQLException;
    }
}
