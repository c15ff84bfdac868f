package dev.stairway.benchmark.lint;

import java.util.Random;

/** Makes the scripts of a changelog that goes on for years: each with a table of its own and a change of an older one. */
final class Scripts {

    private static final String[] TYPES = {
        "bigint",
        "integer",
        "varchar(%d)",
        "text",
        "numeric(%d,2)",
        "timestamptz",
        "boolean",
        "jsonb",
        "uuid",
        "date",
        "text[]"
    };
    private static final String[] PROPERTIES = {
        "",
        " not null",
        " default 0",
        " not null default now()",
        " check (length(c%d::text) > 3)",
        " default gen_random_uuid()",
        " references t%d (id) on delete cascade"
    };

    private static final String CHECKED = """
            alter table t%1$d add constraint k%2$d check (c1 is not null) not valid, add column hub bigint references t0 (id);
            alter table t%1$d validate constraint k%2$d;
            alter table t%1$d alter c1 set not null;
            create unique index concurrently if not exists u%2$d on t%1$d (c0, c1);
            """;

    private static final String COPIED = """
            create table copy%2$d as select * from t%1$d where c0 > 5;
            alter table t%1$d add column new%2$d text;
            update t%1$d set new%2$d = c1 || 'x';
            alter table t%1$d alter new%2$d set not null, drop column c1;
            analyze t%1$d;
            """;

    private static final String PARTITIONED = """
            create table part%2$d (id bigint, at date) partition by range (at);
            create table part%2$d_1 partition of part%2$d for values from ('2024-01-01') to ('2025-01-01');
            create table part%2$d_rest partition of part%2$d default;
            alter table t%1$d enable row level security;
            create policy own%2$d on t%1$d using (id > 0);
            set lock_timeout = '2s';
            """;

    private static final String TRIGGERED = """
            create trigger changed after update on t%1$d for each row execute function f%2$d();
            delete from t%1$d;
            select f%2$d(1);
            do $$ begin if not exists (select 1 from t%1$d) then raise exception 'empty'; end if; end $$;
            drop trigger if exists changed on t%1$d;
            """;

    private final Random random = new Random(7);

    /** @param number from 0; scripts are to be asked for in order */
    String script(int number) {
        StringBuilder script = new StringBuilder("-- Migration " + number + "\n");
        table(script, number);
        if (number > 0) {
            changes(script, number, random.nextInt(number));
        }
        rows(script, number);
        extras(script, number);
        return script.toString();
    }

    private void table(StringBuilder script, int number) {
        script.append("create table t")
                .append(number)
                .append(" (\n  id bigint generated always as identity primary key");
        int columns = 3 + random.nextInt(12);
        for (int column = 0; column < columns; column++) {
            String type = TYPES[random.nextInt(TYPES.length)];
            String property = PROPERTIES[random.nextInt(PROPERTIES.length)];
            int other = property.contains("references") ? random.nextInt(number + 1) : column;
            script.append(",\n  c").append(column).append(' ');
            script.append(String.format(type, 10 + random.nextInt(200))).append(String.format(property, other));
        }
        script.append("\n);\ncreate index concurrently i")
                .append(number)
                .append(" on t")
                .append(number);
        script.append(" (c0, lower(c1::text)) where c2 is not null and c0 in (1, 2, ")
                .append(number)
                .append(");\n");
    }

    private void changes(StringBuilder script, int number, int other) {
        script.append("alter table t").append(other).append(" add column n").append(number);
        script.append(" int default 5, alter c1 set not null;\nupdate t").append(other);
        script.append(" set c0 = coalesce(c0, (select max(x.c1) from t").append(random.nextInt(number));
        script.append(" x join t").append(number).append(" y on x.id = y.id where y.c0 between 1 and 5)) where id < ");
        script.append(random.nextInt(1000)).append(";\n");
    }

    private void rows(StringBuilder script, int number) {
        script.append("insert into t").append(number).append(" (c0, c1) values (0, 'a')");
        for (int row = 1; row < 20; row++) {
            script.append(", (")
                    .append(random.nextInt(1000))
                    .append(", 'value ")
                    .append(row)
                    .append("'::text)");
        }
        script.append(";\n");
    }

    private void extras(StringBuilder script, int number) {
        switch (random.nextInt(12)) {
            case 0 ->
                script.append("create function f")
                        .append(number)
                        .append("(a int, b text default 'x') returns trigger as $$\n")
                        .append(
                                "begin\n  if new.c0 is null then raise exception 'no'; end if;\n  return new;\nend $$ language plpgsql;\n");
            case 1 ->
                script.append("create view v")
                        .append(number)
                        .append(" as select a.id, count(*) filter (where b.c0 > 1) from t")
                        .append(number)
                        .append(" a left join t")
                        .append(random.nextInt(number + 1))
                        .append(" b using (id) group by a.id having sum(a.c0) > 5 order by 1 limit 10;\n");
            case 2 -> script.append("comment on table t").append(number).append(" is 'it''s a table';\n");
            case 3 -> older(script, number, "alter table t%1$d drop column if exists c2, rename column c0 to r%2$d;\n");
            case 4 -> older(script, number, "drop index concurrently if exists i%1$d;\n");
            case 5 -> older(script, number, "alter table t%1$d rename to renamed%2$d;\ndrop table if exists t%2$d;\n");
            case 6 -> older(script, number, CHECKED);
            case 7 -> older(script, number, COPIED);
            case 8 -> older(script, number, PARTITIONED);
            case 9 -> older(script, number, TRIGGERED);
            default -> {
                // A script without more.
            }
        }
    }

    /** Something about an older table. @param text with the number of that table and its own */
    private void older(StringBuilder script, int number, String text) {
        script.append(String.format(text, random.nextInt(number + 1), number));
    }
}
