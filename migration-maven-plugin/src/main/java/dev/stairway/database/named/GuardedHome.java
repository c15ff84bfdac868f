package dev.stairway.database.named;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.generic.Home;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A home on a server that the user named: whether that is still the same is looked at before anything is made or removed. */
record GuardedHome(JdbcAdmin admin, String name, Home home) implements Home {

    @Override
    public Connection connect() throws SQLException {
        return home.connect();
    }

    @Override
    public String url() {
        return home.url();
    }

    @Override
    public Optional<String> onlySchema() {
        return home.onlySchema();
    }

    @Override
    public Checkpoint keep() throws SQLException {
        admin.requireSame();
        return home.keep();
    }

    @Override
    public void restore(Checkpoint kept) throws SQLException {
        admin.requireSame();
        home.restore(kept);
    }

    @Override
    public void drop() throws SQLException {
        admin.requireSame();
        home.drop();
        admin.forget(name);
    }
}
