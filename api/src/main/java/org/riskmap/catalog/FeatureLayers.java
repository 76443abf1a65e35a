package org.riskmap.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Directory.Document;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.postgis.DatabaseSettings;

/** Reads the feature types of one workspace's PostGIS stores. */
final class FeatureLayers {

    private static final String PLAIN = "plain:";
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Directory directory;
    private final Databases databases;
    private final Parameters parameters;
    private final StyleFiles styles;
    private final Workspace workspace;
    private final Tables tables;

    /** @param tables notes the tables that are named, whether they exist or not */
    FeatureLayers(
            Directory directory,
            Databases databases,
            Parameters parameters,
            StyleFiles styles,
            Workspace workspace,
            Tables tables) {
        this.directory = directory;
        this.databases = databases;
        this.parameters = parameters;
        this.styles = styles;
        this.workspace = workspace;
        this.tables = tables;
    }

    /** Empty where the layer cannot be served, which is noted as a defect. */
    Optional<FeatureLayer> read(Document storeDocument, Document resource, Document layer) {
        PostgisStore store;
        try {
            store = store(storeDocument);
        } catch (InvalidInput invalid) {
            directory.defect(storeDocument, invalid.input(), invalid.problem(), invalid.remedy());
            return Optional.empty();
        }
        Document concerned = resource;
        try {
            refuseSqlView(resource);
            String name = resource.text("name").orElse("");
            FeatureTable table = new FeatureTable(
                    store,
                    resource.text("nativeName").orElse(name),
                    attributes(resource),
                    resource.text("cqlFilter").orElse(null),
                    resource.text("maxFeatures").map(Integer::parseInt).orElse(0));
            List<String> columns = tables.require(store, table.table());
            Extent extent = LayerParts.extent(resource);
            TimeDimension time = time(resource);
            requireColumns(table, time, columns);
            concerned = layer;
            return Optional.of(new FeatureLayer(
                    workspace.name(),
                    name,
                    LayerParts.description(resource, name, layer),
                    table,
                    extent,
                    LayerParts.publication(resource, layer, styles, workspace.name()),
                    time));
        } catch (InvalidInput invalid) {
            directory.defect(concerned, invalid.input(), invalid.problem(), invalid.remedy());
        } catch (NumberFormatException notANumber) {
            directory.defect(concerned, "maxFeatures", "it is not a whole number", "write 0 for no limit");
        }
        return Optional.empty();
    }

    /** An attribute's source that is a bare name is a column's; what is no name is an expression. */
    private static void requireColumns(FeatureTable table, @Nullable TimeDimension time, List<String> columns) {
        Set<String> published = new HashSet<>(columns);
        for (Attribute attribute : table.attributes()) {
            published.add(attribute.name());
            if (NAME.matcher(attribute.source()).matches() && !columns.contains(attribute.source())) {
                throw new InvalidInput(
                        "attributes",
                        "the table " + table.table() + " has no column '" + attribute.source() + "'",
                        "add it to the table, or take the attribute out");
            }
        }
        if (time != null) {
            for (String column : time.columns()) {
                if (!published.contains(column)) {
                    throw new InvalidInput(
                            "metadata",
                            "the time dimension's column '" + column + "' is not in the table " + table.table(),
                            "add it to the table, or switch the dimension off");
                }
            }
        }
    }

    private static void refuseSqlView(Document resource) {
        if (resource.metadata("JDBC_VIRTUAL_TABLE").isPresent()) {
            throw new InvalidInput("metadata", "SQL views are not served", "create the view in the database");
        }
    }

    private PostgisStore store(Document document) {
        String type = document.text("type").orElse("PostGIS");
        if (!type.equals("PostGIS")) {
            throw new InvalidInput("type", "stores of type '" + type + "' are not served", "use a PostGIS store");
        }
        Map<String, String> entries = new HashMap<>();
        document.root().child("connectionParameters").stream()
                .flatMap(list -> list.children("entry").stream())
                .forEach(entry -> entries.put(
                        entry.attribute("key").orElse(""), parameters.resolve("connectionParameters", entry.text())));
        DatabaseSettings settings = new DatabaseSettings(
                required(entries, "host"),
                port(entries.getOrDefault("port", "5432")),
                required(entries, "database"),
                required(entries, "user"),
                password(entries.getOrDefault("passwd", "")));
        return new PostgisStore(
                workspace.name(),
                document.text("name").orElse(""),
                entries.getOrDefault("schema", "public"),
                Boolean.parseBoolean(entries.get("Expose primary keys")),
                databases.of(settings));
    }

    private static String required(Map<String, String> entries, String key) {
        String value = entries.get(key);
        if (value == null || value.isEmpty()) {
            throw new InvalidInput("connectionParameters", "'" + key + "' is missing", "give it");
        }
        return value;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput("connectionParameters", "port '" + text + "' is not a number", "give 1 to 65535");
        }
    }

    private static String password(String written) {
        if (written.startsWith(PLAIN)) {
            return written.substring(PLAIN.length());
        }
        if (written.matches("(?:crypt|digest)\\d*:.*")) {
            throw new InvalidInput(
                    "connectionParameters",
                    "the password is encrypted with GeoServer's key",
                    "write plain:${RISKMAP_DB_PASSWORD} and set the variable");
        }
        return written;
    }

    private static List<Attribute> attributes(Document resource) {
        List<Attribute> attributes = new ArrayList<>();
        for (XmlElement list : resource.root().children("attributes")) {
            for (XmlElement attribute : list.children("attribute")) {
                String name = attribute.textAt("name").orElse("");
                attributes.add(new Attribute(name, attribute.textAt("source").orElse(name)));
            }
        }
        return attributes;
    }

    private static @Nullable TimeDimension time(Document resource) {
        XmlElement info = resource.metadata("time")
                .flatMap(entry -> entry.child("dimensionInfo"))
                .filter(each ->
                        each.textAt("enabled").map(Boolean::parseBoolean).orElse(false))
                .orElse(null);
        if (info == null) {
            return null;
        }
        String attribute = info.textAt("attribute")
                .orElseThrow(() -> new InvalidInput("metadata", "the time dimension names no attribute", "name one"));
        String resolution = info.textAt("resolution").orElse(null);
        return new TimeDimension(
                attribute,
                info.textAt("endAttribute").orElse(null),
                choice(
                        TimeDimension.Presentation.class,
                        info.textAt("presentation").orElse("LIST")),
                resolution == null ? null : Duration.ofMillis(Long.parseLong(resolution)),
                strategy(info),
                info.textAt("defaultValue", "referenceValue").orElse(null));
    }

    /** GeoServer takes the value nearest to now where the directory does not say. */
    private static TimeDimension.Default strategy(XmlElement info) {
        return info.textAt("defaultValue", "strategy")
                .filter(strategy -> !strategy.equals("BUILTIN"))
                .map(strategy -> choice(TimeDimension.Default.class, strategy))
                .orElse(TimeDimension.Default.NEAREST);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(
                    "metadata", "the time dimension's '" + text + "' is not known", "use GeoServer's words");
        }
    }
}
