package dev.stairway.benchmark.verdict;

import dev.stairway.benchmark.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A changelog whose last migrations ask for more when an earlier one is edited: they stay word for word the same, so that
 * they are compared, and do what the earlier one says.
 */
final class PlantedChangelog {

    static final String UPDATE = "update-some-rows";
    static final String TRIGGERED = "update-with-trigger";

    /** Of twenty rows thirteen are updated: two more are 15.4 percent more. */
    static final int SHARE = 13;

    /** Rounds of the trigger's loop for each row. */
    static final int SPIN = 300;

    private PlantedChangelog() {}

    /**
     * Writes it.
     *
     * @param share of twenty rows that are updated
     * @param spin rounds of the trigger's loop
     */
    static Workload write(Path directory, int share, int spin) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("planted.sql"), """
                --liquibase formatted sql

                --changeset benchmark:says-how-much splitStatements:false
                create function share() returns integer language sql as 'select %d';
                create function spin() returns trigger language plpgsql as $$
                begin
                  for i in 1..%d loop
                    new.a := (new.a * 31 + i) %% 1000003;
                  end loop;
                  return new;
                end $$;
                --rollback drop function spin(); drop function share();

                --changeset benchmark:tables
                create table wide as select id, id as a, repeat('x', 100) as text from generate_series(1, 20000) id;
                create table triggered as select id, id as a from generate_series(1, 5000) id;
                --rollback drop table triggered; drop table wide;

                --changeset benchmark:trigger
                create trigger spin before update on triggered for each row execute function spin();
                --rollback drop trigger spin on triggered;

                --changeset benchmark:%s
                update wide set a = a + 1 where id %% 20 < share();
                --rollback update wide set a = a - 1 where id %% 20 < share();

                --changeset benchmark:%s
                update triggered set id = id;
                --rollback select 1;
                """.formatted(share, spin, UPDATE, TRIGGERED));
        return new Workload("planted", directory, "planted.sql", "");
    }
}
