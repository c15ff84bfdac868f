package dev.stairway.database.named;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What shows that a server has others before or behind it. MariaDB counts them for everybody; MySQL tells whom it trusts.
 *
 * @param unseen takes what this user is not told
 */
record MysqlReplication(Connection connection, MysqlRights rights, List<Seen.Unseen> unseen) {

    List<String> signs() throws SQLException {
        List<String> signs = new ArrayList<>();
        if (!Rows.text(connection, "SELECT @@global.read_only").equals("0")) {
            signs.add("the server is set to read only");
        }
        counted("Slaves_running", "it follows another server", signs);
        counted("Slaves_connected", "others follow it", signs);
        counted("Rpl_semi_sync_master_clients", "others follow it", signs);
        String cluster = status(connection, "wsrep_cluster_size");
        if (!cluster.isEmpty() && Long.parseLong(cluster) > 0) {
            signs.add("it is one of a Galera cluster of " + cluster);
        }
        listed("SHOW REPLICA STATUS", "it is set up to follow another server", signs);
        listed(mariadb() ? "SHOW REPLICA HOSTS" : "SHOW REPLICAS", "others are registered to follow it", signs);
        return signs;
    }

    /** MariaDB has counted them before; on MySQL there is no other way to know. */
    private boolean mariadb() throws SQLException {
        return Rows.text(connection, "SELECT VERSION()").contains("MariaDB");
    }

    private void counted(String name, String sign, List<String> signs) throws SQLException {
        String value = status(connection, name);
        if (!value.isEmpty() && !value.equals("0")) {
            signs.add(sign + ", " + name + " is " + value);
        }
    }

    private void listed(String sql, String sign, List<String> signs) throws SQLException {
        if (mariadb() && !rights.seeReplication()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (rows.next()) {
                signs.add(sign);
            }
        } catch (SQLException denied) {
            unseen.add(
                    new Seen.Unseen("its standbys", "GRANT REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO this user"));
        }
    }

    /** Empty where the server has no such counter. */
    static String status(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SHOW GLOBAL STATUS WHERE Variable_name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(2) : "";
            }
        }
    }
}
