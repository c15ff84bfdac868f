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
        switch (random.nextInt(4)) {
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
            default -> {
                // A script without more.
            }
        }
    }
}
