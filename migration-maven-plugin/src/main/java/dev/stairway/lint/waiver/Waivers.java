package dev.stairway.lint.waiver;

import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All waivers that stand in migrations, each once. */
public final class Waivers {

    private final LocalDate today;
    private final Map<Waiver, Migration> all = new LinkedHashMap<>();

    public Waivers(LocalDate today) {
        this.today = today;
    }

    public void read(Collection<MigrationStatements> migrations) {
        migrations.forEach(said -> WaiverReader.in(said).forEach(waiver -> all.put(waiver, said.migration())));
    }

    /** In the order in which they were read, with where they stand. */
    public Map<Waiver, Migration> all() {
        return Collections.unmodifiableMap(all);
    }

    /** Those with a reason whose day has not passed. */
    public List<Waiver> counting() {
        return all.keySet().stream().filter(waiver -> waiver.counts(today)).toList();
    }
}
