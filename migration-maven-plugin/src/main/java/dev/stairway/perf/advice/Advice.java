package dev.stairway.perf.advice;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Advises on one migration of PostgreSQL by what was seen of its locks. */
public final class Advice {

    private static final List<Form> FORMS = List.of(
            new IndexForm(),
            new ReindexForm(),
            new AlterTable(List.of(new ConstraintAction(), new NotNullAction(), new TypeAction(), new DefaultAction())),
            new RowsForm());
    private static final Form ANY_REWRITE = new RewriteForm();

    private final AdviceLimits limits;

    public Advice(AdviceLimits limits) {
        this.limits = limits;
    }

    /**
     * Findings in the order of the statements; none for a table that was empty, or that the step itself has made.
     *
     * @param statements as traced on PostgreSQL
     * @param rows of the tables before the step, by name with or without schema
     */
    public List<Finding> on(Migration migration, List<StatementTrace> statements, Map<String, Long> rows) {
        List<Finding> findings = new ArrayList<>();
        for (StatementTrace statement : statements) {
            Observed observed = new Observed(statement, rows, limits);
            advised(observed).ifPresent(advised -> findings.add(finding(migration, advised, observed)));
        }
        OtherWork.of(migration, statements, rows, limits).ifPresent(findings::add);
        LockTimeout.of(migration, statements, rows, limits).ifPresent(findings::add);
        return findings;
    }

    /** Those of all migrations of a changelog, without saying the same of every one. */
    public static List<Finding> together(List<Finding> findings) {
        return LockTimeout.once(findings);
    }

    private static Optional<Advised> advised(Observed observed) {
        String sql = observed.trace().sql();
        for (List<Token> tokens : Tokens.statements(sql)) {
            for (Form form : FORMS) {
                Optional<Advised> advised = form.look(new Words(sql, tokens), observed);
                if (advised.isPresent()) {
                    return advised;
                }
            }
        }
        return ANY_REWRITE.look(new Words(sql, List.of()), observed);
    }

    private static Finding finding(Migration migration, Advised advised, Observed observed) {
        RelationLock lock = advised.lock();
        return new Finding(
                advised.rule(),
                migration,
                "It keeps " + advised.whom() + " away from " + lock.relation() + " for "
                        + Observed.millis(lock.heldMillis()) + " while it " + advised.doing(),
                List.of(
                        seen(lock, observed),
                        "statement: " + oneLine(observed.trace().sql())),
                "Rather write: " + advised.instead());
    }

    static String seen(RelationLock lock, Observed observed) {
        String rows = observed.rowsOf(lock.relation()).isPresent()
                ? String.format(
                        Locale.ROOT,
                        ", which had %,d rows",
                        observed.rowsOf(lock.relation()).getAsLong())
                : "";
        return lock.mode() + " on " + lock.relation() + rows + ", held for " + Observed.millis(lock.heldMillis());
    }

    static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
