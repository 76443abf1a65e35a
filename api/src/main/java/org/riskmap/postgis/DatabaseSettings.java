package org.riskmap.postgis;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskmap.kernel.InvalidInput;

/**
 * Where a PostGIS database is and who asks it.
 *
 * @param host name or address
 * @param port 1–65535
 * @param name of the database
 * @param user who connects
 * @param password may be empty; never printed
 */
public record DatabaseSettings(String host, int port, String name, String user, String password) {

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^:/?]+)(?::(\\d{1,5}))?/([^?]+)(?:\\?.*)?");

    /**
     * Reads {@code RISKMAP_DB_URL} ({@code jdbc:postgresql://host:port/name}), {@code _USER} and {@code _PASSWORD}.
     *
     * @throws InvalidInput where the URL is missing or has another form
     */
    public static DatabaseSettings fromEnvironment(Map<String, String> environment) {
        String url = environment.getOrDefault("RISKMAP_DB_URL", "");
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new InvalidInput(
                    "RISKMAP_DB_URL",
                    url.isEmpty() ? "it is not set" : "'" + url + "' is not a PostgreSQL URL",
                    "set it to jdbc:postgresql://host:port/name, or start with ./riskmap up");
        }
        return new DatabaseSettings(
                parts.group(1),
                parts.group(2) == null ? 5432 : Integer.parseInt(parts.group(2)),
                parts.group(3),
                environment.getOrDefault("RISKMAP_DB_USER", "riskmap"),
                environment.getOrDefault("RISKMAP_DB_PASSWORD", ""));
    }

    /** {@code jdbc:postgresql://host:port/name}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    @Override
    public String toString() {
        return "PostGIS " + user + "@" + host + ":" + port + "/" + name;
    }
}
