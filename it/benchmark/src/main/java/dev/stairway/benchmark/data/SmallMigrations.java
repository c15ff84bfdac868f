package dev.stairway.benchmark.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A changelog that puts rows into two big tables, makes ten tables of 1 000 rows, and then goes on with small migrations: each
 * touches one of the ten or makes a new table, and none names a big one.
 */
final class SmallMigrations {

    static final String FILE = "changelog.sql";
    static final int COUNT = 100;
    /** Migrations before the small ones. */
    static final int BEFORE = 11;

    private static final int TABLES = 10;
    private static final int SMALL_ROWS = 1000;

    private final String product;
    private final StringBuilder text = new StringBuilder("--liquibase formatted sql\n");

    private SmallMigrations(String product) {
        this.product = product;
    }

    /** @param rows of the big tables together */
    static Path write(Path directory, String product, long rows) throws IOException {
        SmallMigrations changelog = new SmallMigrations(product);
        changelog.load(rows);
        for (int i = 0; i < TABLES; i++) {
            changelog.smallTable(i);
        }
        for (int i = 0; i < COUNT; i++) {
            changelog.small(i);
        }
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(FILE), changelog.text);
        return directory;
    }

    private void load(long rows) {
        changeSet("load");
        // No rollback: the big tables are loaded once.
        for (String table : new String[] {"big_orders", "big_events"}) {
            statement(
                    "create table %s (id bigint primary key, customer int not null, at varchar(30) not null,"
                            + " amount numeric(12,2), note varchar(80))",
                    table);
            statement(
                    "insert into %s select n, n %% 997, '2024-01-01 00:00:' || (n %% 60), n %% 100000, 'note ' || n from %s",
                    table, numbers(rows / 2));
            statement("create index %s_customer on %s (customer)", table, table);
        }
    }

    private String numbers(long rows) {
        return product.equals("sqlite")
                ? "(with recursive c(n) as (select 1 union all select n + 1 from c where n < " + rows
                        + ") select n from c)"
                : "generate_series(1, " + rows + ") as n";
    }

    private void smallTable(int i) {
        changeSet("table-" + i);
        statement("create table small_%d (id int primary key, name varchar(40) not null, kind int)", i);
        statement("insert into small_%d select n, 'name ' || n, n %% 7 from %s", i, numbers(SMALL_ROWS));
        rollback("drop table small_%d", i);
    }

    private void small(int i) {
        int table = i % TABLES;
        changeSet("small-" + i);
        switch (i / TABLES % 5) {
            case 0 -> {
                statement("alter table small_%d add column extra_%d varchar(20)", table, i);
                rollback("alter table small_%d drop column extra_%d", table, i);
            }
            case 1 -> {
                statement("create index small_%d_%d on small_%d (kind)", table, i, table);
                rollback("drop index small_%d_%d", table, i);
            }
            case 2 -> {
                statement(
                        "create table new_%d (id int primary key, small_id int references small_%d (id), v varchar(30))",
                        i, table);
                rollback("drop table new_%d", i);
            }
            case 3 -> {
                statement("insert into small_%d (id, name) values (%d, 'more')", table, 2_000_000 + i);
                rollback("delete from small_%d where id = %d", table, 2_000_000 + i);
            }
            default -> {
                statement("update small_%d set kind = ~kind", table);
                rollback("update small_%d set kind = ~kind", table);
            }
        }
    }

    private void changeSet(String id) {
        text.append("--changeset benchmark:").append(id).append('\n');
    }

    private void statement(String sql, Object... values) {
        text.append(String.format(Locale.ROOT, sql, values)).append(";\n");
    }

    private void rollback(String sql, Object... values) {
        text.append("--rollback ")
                .append(String.format(Locale.ROOT, sql, values))
                .append(";\n");
    }
}
