package dev.stairway.lint;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.Position;
import dev.stairway.lint.schema.SchemaSketch;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.redis.HeaderReader;
import dev.stairway.script.redis.RedisHeader;
import dev.stairway.script.redis.call.RedisCallReader;
import dev.stairway.script.redis.call.RedisCalls;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.parse.SqlParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks every rule about a release, statement by statement, with the schema as it is then. */
public final class Linter {

    /** Those that speak the protocol of Redis, with scripts in place of statements. */
    private static final Set<String> KEYS = Set.of("redis", "redis-cluster", "valkey", "valkey-cluster");

    private final List<LintRule> rules;

    /** @param rules those that are switched on */
    public Linter(List<LintRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** What they say. */
    public Judgement judge(Release release) {
        return new Pass(release).judgement();
    }

    /** One release. */
    private final class Pass {

        private final Release release;
        private final Setting setting;
        private final String product;
        private final SchemaSketch sketch = new SchemaSketch();
        private final List<Remarks> said = new ArrayList<>();
        private final List<LintRule> asked;
        private final List<StatementView> views = new ArrayList<>();
        private Past past = new Past();
        private final List<NotJudged> scriptsNotJudged = new ArrayList<>();
        private NewKeys made = NewKeys.NONE;
        private SchemaSketch before = new SchemaSketch();
        private Map<String, String> kept = Map.of();

        Pass(Release release) {
            this.release = release;
            this.setting = release.setting();
            this.product = setting.targets().product();
            this.asked = rules.stream()
                    .filter(rule -> rule.facts().products().isEmpty()
                            || rule.facts().products().contains(product))
                    .toList();
            asked.forEach(rule -> said.add(new Remarks(rule.facts())));
        }

        Judgement judgement() {
            past = past.then(views(release.history(), true));
            past.migrations().forEach(this::drawn);
            if (KEYS.contains(product)) {
                past.migrations().forEach(this::filled);
            }
            List<MigrationView> judged = new ArrayList<>();
            release.releases().forEach(group -> judged.addAll(release(views(group, false))));
            return new Judgement(inOrder(judged), statements(judged), notJudged(judged));
        }

        private List<MigrationView> release(List<MigrationView> migrations) {
            before = sketch.copy();
            made = made.released();
            views.clear();
            migrations.forEach(this::migration);
            ReleaseView whole =
                    new ReleaseView(past, migrations, before, sketch.copy(), views, setting, release.ledger());
            ask((rule, remarks) -> rule.release(whole, remarks));
            past = past.then(migrations);
            sketch.released();
            return migrations;
        }

        private List<MigrationView> views(List<MigrationStatements> migrations, boolean released) {
            return migrations.stream()
                    .map(said ->
                            new MigrationView(release.engine(), said, parsed(said.up()), parsed(said.down()), released))
                    .toList();
        }

        private List<ParsedStatement> parsed(List<SqlStatement> statements) {
            if (KEYS.contains(product)) {
                return List.of();
            }
            return statements.stream()
                    .map(statement -> SqlParser.parse(statement, product))
                    .toList();
        }

        private void migration(MigrationView migration) {
            if (KEYS.contains(product)) {
                scripts(migration);
            } else {
                statements(migration);
            }
            ask((rule, remarks) -> rule.migration(migration, remarks));
        }

        private void statements(MigrationView migration) {
            SchemaSketch found = sketch.copy();
            Walk walk = new Walk(migration, setting, kept);
            for (StatementView view : walk.over(sketch)) {
                views.add(view);
                ask((rule, remarks) -> rule.statement(view, remarks));
            }
            kept = walk.leaves();
            if (!migration.down().isEmpty()) {
                back(migration, found);
            }
        }

        /** @param found the schema before the way up */
        private void back(MigrationView migration, SchemaSketch found) {
            MigrationView way =
                    new MigrationView(migration.engine(), migration.said(), migration.down(), List.of(), false);
            SchemaSketch left = sketch.back(before);
            List<StatementView> statements = new Walk(way, setting, Map.of()).over(left);
            statements.forEach(view -> ask((rule, remarks) -> rule.back(view, remarks)));
            ReleaseView whole = new ReleaseView(past, List.of(way), found, left, statements, setting, release.ledger());
            ask((rule, remarks) -> rule.back(whole, remarks));
        }

        private void drawn(MigrationView migration) {
            migration.up().stream()
                    .filter(ParsedStatement::covered)
                    .forEach(parsed -> sketch.apply(parsed.tree(), migration.id(), Table.Origin.HISTORY));
            kept = new Walk(migration, setting, kept).leaves();
        }

        private void scripts(MigrationView migration) {
            Optional<SqlStatement> back = migration.said().down().stream().findFirst();
            RedisCalls down = back.map(script -> read(migration, script)).orElse(RedisCalls.NONE);
            RedisHeader backHeader = back.map(script -> HeaderReader.read(script.file(), script.sql()))
                    .orElse(RedisHeader.NONE);
            for (SqlStatement script : migration.said().up()) {
                RedisCalls calls = read(migration, script);
                RedisHeader header = HeaderReader.read(script.file(), script.sql());
                made = made.and(header, calls, backHeader, down);
                RedisView view = new RedisView(migration, script, header, calls, down, made, setting);
                ask((rule, remarks) -> rule.redis(view, remarks));
                made = made.writtenBy(calls);
            }
        }

        private void filled(MigrationView migration) {
            migration
                    .said()
                    .up()
                    .forEach(script -> made = made.writtenBy(RedisCallReader.read(script.file(), script.sql())));
        }

        private RedisCalls read(MigrationView migration, SqlStatement script) {
            RedisCalls calls = RedisCallReader.read(script.file(), script.sql());
            Position at = new Position(script.file(), script.line());
            calls.notCovered()
                    .forEach(reason -> scriptsNotJudged.add(new NotJudged(migration.migration(), at, "", reason)));
            return calls;
        }

        private void ask(Question question) {
            for (int at = 0; at < asked.size(); at++) {
                question.ask(asked.get(at), said.get(at));
            }
        }

        private List<Remark> inOrder(List<MigrationView> judged) {
            Map<String, Integer> order = new HashMap<>();
            judged.forEach(migration -> order.putIfAbsent(migration.id(), order.size()));
            return said.stream()
                    .flatMap(remarks -> remarks.said().stream())
                    .distinct()
                    .sorted(Comparator.comparingInt((Remark remark) -> order.getOrDefault(remark.migration(), -1))
                            .thenComparing(remark -> remark.position().file())
                            .thenComparing(remark -> remark.position().line())
                            .thenComparing(Remark::column)
                            .thenComparing(remark -> remark.rule().severity()))
                    .toList();
        }

        private int statements(List<MigrationView> migrations) {
            return migrations.stream()
                    .mapToInt(
                            view -> view.said().up().size() + view.said().down().size())
                    .sum();
        }

        private List<NotJudged> notJudged(List<MigrationView> migrations) {
            List<NotJudged> all = new ArrayList<>();
            for (MigrationView view : migrations) {
                Migration migration = view.migration();
                Stream.concat(view.up().stream(), view.down().stream())
                        .filter(parsed -> !parsed.covered())
                        .forEach(parsed -> all.add(new NotJudged(
                                migration,
                                new Position(
                                        parsed.source().file(), parsed.source().line()),
                                parsed.source().sql().lines().findFirst().orElse(""),
                                parsed.notCovered())));
                view.said()
                        .notCovered()
                        .forEach(reason -> all.add(new NotJudged(migration, migration.at(), "", reason)));
            }
            all.addAll(scriptsNotJudged);
            return all;
        }
    }

    /** A question to a rule. */
    private interface Question {
        void ask(LintRule rule, Remarks remarks);
    }
}
