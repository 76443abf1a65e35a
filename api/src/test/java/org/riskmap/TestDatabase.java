package org.riskmap;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.riskmap.postgis.Database;
import org.riskmap.postgis.DatabaseSettings;

/**
 * A fresh database with the newest schema on the server that {@code RISKMAP_TEST_DB_URL} names
 * ({@code jdbc:postgresql://host:port/postgres?user=…&password=…}, a user who may create databases). Missing is a failure,
 * never a reason to skip. {@link #close} drops it.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String SERVER = "RISKMAP_TEST_DB_URL";

    private final String adminUrl;
    private final String name;
    private final Database database;

    private TestDatabase(String adminUrl, String name, Database database) {
        this.adminUrl = adminUrl;
        this.name = name;
        this.database = database;
    }

    public static TestDatabase create() {
        String adminUrl = System.getenv(SERVER);
        if (adminUrl == null) {
            throw new IllegalStateException(SERVER + " is not set: run the tests with ./riskmap test");
        }
        String name = "riskmap_test_" + UUID.randomUUID().toString().replace("-", "");
        execute(adminUrl, "create database " + name);
        Database database = Database.open(settings(adminUrl, name), 8);
        database.migrate();
        return new TestDatabase(adminUrl, name, database);
    }

    private static DatabaseSettings settings(String adminUrl, String name) {
        Map<String, String> options = new HashMap<>();
        String query = adminUrl.contains("?") ? adminUrl.substring(adminUrl.indexOf('?') + 1) : "";
        for (String option : query.split("&")) {
            String[] pair = option.split("=", 2);
            options.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        String base = adminUrl.replaceFirst("\\?.*", "").replaceFirst("/[^/]*$", "/" + name);
        return DatabaseSettings.fromEnvironment(Map.of(
                "RISKMAP_DB_URL", base,
                "RISKMAP_DB_USER", options.getOrDefault("user", "postgres"),
                "RISKMAP_DB_PASSWORD", options.getOrDefault("password", "")));
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(SERVER + " names a server that refused: " + sql, failed);
        }
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        execute(adminUrl, "drop database " + name + " with (force)");
    }
}
