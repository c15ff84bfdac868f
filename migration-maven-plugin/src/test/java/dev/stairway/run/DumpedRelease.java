package dev.stairway.run;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dump of release 1 as the product's own tool writes it: the table users of {@link Walks#BASE}, rows as given, and Liquibase's
 * history as the release has really left it.
 */
final class DumpedRelease {

    private static final String POSTGRES = """
            --
            -- PostgreSQL database dump
            --

            \\restrict Vw7cIbPzVfhpXYlGZyeOGkvd6JqqS0UhUxkO1bW0nZ8Vl

            -- Dumped from database version %d.3 (Debian 15.3-1.pgdg120+1)
            -- Dumped by pg_dump version 18.0

            SET statement_timeout = 0;
            SET a_setting_of_a_newer_server = 0;
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SELECT pg_catalog.set_config('search_path', '', false);
            SET row_security = off;

            --
            -- Name: users; Type: TABLE; Schema: public; Owner: shop
            --

            CREATE TABLE public.users (
                id integer NOT NULL,
                name character varying(50) NOT NULL,
                note character varying(100)
            );


            ALTER TABLE public.users OWNER TO shop;

            --
            -- Name: orders; Type: TABLE; Schema: public; Owner: shop
            --

            CREATE TABLE public.orders (
                id integer NOT NULL,
                user_id integer NOT NULL
            );

            %s
            --
            -- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: shop
            --

            COPY public.users (id, name, note) FROM stdin;
            %s\\.


            --
            -- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: shop
            --

            ALTER TABLE ONLY public.users
                ADD CONSTRAINT users_pkey PRIMARY KEY (id);

            ALTER TABLE ONLY public.orders
                ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

            ALTER TABLE ONLY public.orders
                ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

            --
            -- Name: TABLE users; Type: ACL; Schema: public; Owner: shop
            --

            GRANT SELECT ON TABLE public.users TO reporting;

            --
            -- PostgreSQL database dump complete
            --

            \\unrestrict Vw7cIbPzVfhpXYlGZyeOGkvd6JqqS0UhUxkO1bW0nZ8Vl
            """;

    private static final String SQLITE = """
            PRAGMA foreign_keys=OFF;
            BEGIN TRANSACTION;
            CREATE TABLE users (id int primary key, name varchar(50) not null, note varchar(100));
            %s
            CREATE TABLE orders (id int primary key, user_id int not null references users (id));
            %s
            COMMIT;
            """;

    private final String product;
    private final Path directory;
    private int major = 15;
    private boolean history = true;
    private final List<String[]> rows = new ArrayList<>();

    DumpedRelease(String product, Path directory) {
        this.product = product;
        this.directory = directory;
    }

    DumpedRelease row(String id, String name, String note) {
        rows.add(new String[] {id, name, note});
        return this;
    }

    DumpedRelease ofServer(int version) {
        major = version;
        return this;
    }

    DumpedRelease withoutHistory() {
        history = false;
        return this;
    }

    /** @param changelog all of whose migrations the release has */
    Path write(String changelog) throws IOException, SQLException {
        String past = history ? history(changelog) : "";
        Path file = directory.resolve("release-1.sql");
        Files.writeString(
                file,
                product.equals("sqlite")
                        ? SQLITE.formatted(inserts(), past)
                        : POSTGRES.formatted(major, past, copied()));
        return file;
    }

    private String copied() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        return text.toString();
    }

    private String inserts() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("INSERT INTO users VALUES(%s,'%s',%s);%n"
                .formatted(row[0], row[1], row[2].equals("\\N") ? "NULL" : "'" + row[2] + "'")));
        return text.toString();
    }

    private String history(String changelog) throws IOException, SQLException {
        Files.writeString(directory.resolve("changelog.sql"), changelog);
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        DatabaseServer server = product.equals("sqlite") ? TestServers.sqlite() : TestServers.postgres(18);
        try (Database database = server.fresh("release")) {
            try (EngineRun engine = new LiquibaseEngine().open(source, database)) {
                for (Migration migration : engine.migrations()) {
                    new UnseenMoves(database, engine).replay(migration);
                }
            }
            return rows((JdbcDatabase) database);
        }
    }

    private static String rows(JdbcDatabase database) throws SQLException {
        // As Liquibase names it there.
        String table = database.id().product().equals("sqlite") ? "DATABASECHANGELOG" : "public.databasechangelog";
        StringBuilder text = new StringBuilder("""
                CREATE TABLE %s (ID varchar(255) NOT NULL, AUTHOR varchar(255) NOT NULL,
                    FILENAME varchar(255) NOT NULL, DATEEXECUTED timestamp NOT NULL, ORDEREXECUTED integer NOT NULL,
                    EXECTYPE varchar(10) NOT NULL, MD5SUM varchar(35), DESCRIPTION varchar(255), COMMENTS varchar(255),
                    TAG varchar(255), LIQUIBASE varchar(20), CONTEXTS varchar(255), LABELS varchar(255), DEPLOYMENT_ID varchar(10));
                """.formatted(table));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet ran = statement.executeQuery(
                        "SELECT id, author, filename, orderexecuted, md5sum FROM databasechangelog ORDER BY orderexecuted")) {
            while (ran.next()) {
                text.append(("INSERT INTO %s (id, author, filename, dateexecuted, orderexecuted, exectype, md5sum)"
                                + " VALUES ('%s', '%s', '%s', '2025-01-02 03:04:05', %d, 'EXECUTED', '%s');%n")
                        .formatted(
                                table,
                                ran.getString(1),
                                ran.getString(2),
                                ran.getString(3),
                                ran.getInt(4),
                                ran.getString(5)));
            }
        }
        return text.toString();
    }
}
