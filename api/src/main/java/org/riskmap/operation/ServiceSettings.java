package org.riskmap.operation;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.DatabaseSettings;
import org.springframework.core.env.Environment;

/**
 * How this service was told to run; checked as a whole before anything starts.
 *
 * @param var the folder of all state, {@code RISKMAP_VAR}; absolute
 * @param rasterDir the folder of the terrain model {@code dem.tif} and the {@code hillshade.tif}; absolute
 * @param publicUrl the base of every URL in answers, {@code RISKMAP_PUBLIC_URL}, without a slash at its end; empty: as
 *     the request came, see {@link PublicUrl}
 * @param publisher who answers {@code /geoserver/**}
 * @param geoserverUrl where the real GeoServer is, such as {@code http://host:8080/geoserver}; present exactly when it
 *     is the publisher
 * @param anonymousRead whether reading layers and running analyses needs no login
 * @param adminPassword {@code RISKMAP_ADMIN_PASSWORD}; empty: a generated one
 * @param requestLimitMb the largest request body, in MB of 1024² bytes
 */
public record ServiceSettings(
        Path var,
        Path rasterDir,
        Optional<String> publicUrl,
        Publisher publisher,
        Optional<URI> geoserverUrl,
        boolean anonymousRead,
        Optional<String> adminPassword,
        int requestLimitMb) {

    private static final int LARGEST_REQUEST_LIMIT_MB = 2048;

    /** Who answers the map and feature requests. */
    public enum Publisher {
        /** This service, from its catalog. */
        EMBEDDED,
        /** A real GeoServer on the same directory; requests are passed through. */
        GEOSERVER
    }

    /**
     * Reads {@code riskmap.*} and the database's variables.
     *
     * @throws InvalidSettings naming every wrong one
     */
    static ServiceSettings from(Environment environment) {
        Reader reader = new Reader(name -> environment.getProperty(name, "").strip());
        ServiceSettings settings = new ServiceSettings(
                reader.path("riskmap.var", "var"),
                reader.path("riskmap.raster-dir", "var/raster"),
                reader.optional("riskmap.public-url").map(url -> reader.url("riskmap.public-url", url)),
                reader.publisher(),
                reader.optional("riskmap.geoserver.url")
                        .map(url -> URI.create(reader.url("riskmap.geoserver.url", url))),
                reader.flag("riskmap.security.anonymous-read"),
                reader.optional("riskmap.admin-password"),
                reader.number("riskmap.request-limit-mb", 1, LARGEST_REQUEST_LIMIT_MB));
        reader.check(() -> DatabaseSettings.fromEnvironment(Map.of(
                "RISKMAP_DB_URL", environment.getProperty("RISKMAP_DB_URL", ""),
                "RISKMAP_DB_USER", environment.getProperty("RISKMAP_DB_USER", ""))));
        if (settings.publisher == Publisher.GEOSERVER && settings.geoserverUrl.isEmpty()) {
            reader.wrong(
                    "riskmap.geoserver.url",
                    "it is missing while riskmap.publisher is geoserver",
                    "set it to the GeoServer's address, such as http://localhost:8085/geoserver");
        }
        if (!reader.wrong.isEmpty()) {
            throw new InvalidSettings(reader.wrong);
        }
        return settings;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ServiceSettings[var=" + var + ", rasterDir=" + rasterDir + ", publicUrl=" + publicUrl + ", publisher="
                + publisher
                + ", geoserverUrl=" + geoserverUrl + ", anonymousRead=" + anonymousRead + ", requestLimitMb="
                + requestLimitMb + "]";
    }

    /** Reads values and keeps what is wrong with them, so that all of it can be said at once. */
    private static final class Reader {

        private final UnaryOperator<String> property;
        private final List<InvalidInput> wrong = new ArrayList<>();

        Reader(UnaryOperator<String> property) {
            this.property = property;
        }

        void wrong(String name, String problem, String remedy) {
            wrong.add(new InvalidInput(name, problem, remedy));
        }

        void check(Runnable reading) {
            try {
                reading.run();
            } catch (InvalidInput found) {
                wrong.add(found);
            }
        }

        Optional<String> optional(String name) {
            return Optional.of(property.apply(name)).filter(value -> !value.isEmpty());
        }

        Path path(String name, String otherwise) {
            String given = property.apply(name);
            try {
                return Path.of(given.isEmpty() ? otherwise : given)
                        .toAbsolutePath()
                        .normalize();
            } catch (InvalidPathException invalid) {
                wrong(name, "'" + given + "' is not a path: " + invalid.getReason(), "give the path of a folder");
                return Path.of(otherwise);
            }
        }

        String url(String name, String given) {
            try {
                URI url = new URI(given);
                if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                        && url.getHost() != null
                        && url.getRawQuery() == null
                        && url.getRawFragment() == null) {
                    return given.replaceFirst("/+$", "");
                }
            } catch (URISyntaxException unreadable) {
                wrong(name, "'" + given + "' is not a URL: " + unreadable.getReason(), "give one like " + EXAMPLE);
                return EXAMPLE;
            }
            wrong(name, "'" + given + "' is not an http or https address without a query", "give one like " + EXAMPLE);
            return EXAMPLE;
        }

        private static final String EXAMPLE = "https://map.example.org/risk";

        Publisher publisher() {
            String given = property.apply("riskmap.publisher");
            return switch (given) {
                case "", "embedded" -> Publisher.EMBEDDED;
                case "geoserver" -> Publisher.GEOSERVER;
                default -> {
                    wrong("riskmap.publisher", "'" + given + "' is unknown", "give embedded or geoserver");
                    yield Publisher.EMBEDDED;
                }
            };
        }

        boolean flag(String name) {
            String given = property.apply(name);
            if (!given.equals("true") && !given.equals("false")) {
                wrong(name, "'" + given + "' is neither true nor false", "give true or false");
            }
            return given.equals("true");
        }

        int number(String name, int least, int most) {
            String given = property.apply(name);
            if (given.matches("\\d{1,9}")) {
                int number = Integer.parseInt(given);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            wrong(name, "'" + given + "' is not a whole number from " + least + " to " + most, "give one");
            return least;
        }
    }
}
