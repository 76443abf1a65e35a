package org.riskmap.ingest;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskmap.ingest.Profile.AdminCode;
import org.riskmap.ingest.Profile.Column;
import org.riskmap.ingest.Profile.Constant;
import org.riskmap.ingest.Profile.Field;
import org.riskmap.ingest.Profile.Joined;
import org.riskmap.ingest.Profile.Origin;
import org.riskmap.ingest.Profile.Otherwise;
import org.riskmap.ingest.Profile.Text;

/** The rules of single columns in a profile; problems are noted on the part that has them. */
final class ColumnParser {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final Set<String> CONVERSIONS = Set.of("map", "time", "factor", "speed");
    private static final Set<String> STEPS =
            Set.of("replace", "empty", "map", "split", "otherwise", "time", "zone", "factor", "speed");
    private static final Set<String> ORIGINS = Set.of("constant", "field", "text", "join", "admin");

    private ColumnParser() {}

    /** A rule, or several under {@code first}. */
    static List<Column> ways(YamlPart part) {
        if (!part.isText() && part.has("first")) {
            part.only(Set.of("first"));
            return part.list("first", ColumnParser::way);
        }
        return List.of(way(part));
    }

    static Column way(YamlPart part) {
        if (part.isText()) {
            return plain(new Field(part.asText()));
        }
        Set<String> known = new HashSet<>(STEPS);
        known.addAll(ORIGINS);
        known.addAll(Set.of("name", "within", "rare"));
        part.only(known);
        checkSteps(part);
        return new Column(
                origin(part),
                part.map("replace", YamlPart::wordOrNothing),
                part.words("empty"),
                part.map("map", YamlPart::wordOrNothing),
                part.optionalText("split"),
                otherwise(part),
                part.optionalText("time"),
                zone(part),
                part.optionalNumber("factor"),
                part.flag("speed"));
    }

    private static void checkSteps(YamlPart part) {
        List<String> several = CONVERSIONS.stream().filter(part::has).sorted().toList();
        if (several.size() > 1) {
            part.problem(String.join(" and ", several) + " exclude each other");
        }
        if (part.has("split") && !part.has("map")) {
            part.problem("'split' goes with 'map'");
        }
    }

    /** The key of a join: an origin within the record, and parts replaced. */
    static Column key(YamlPart part) {
        if (!part.isText()) {
            part.only(Set.of("field", "text", "replace", "empty"));
        }
        return way(part);
    }

    private static Column plain(Origin origin) {
        return new Column(origin, Map.of(), List.of(), Map.of(), null, Otherwise.REJECT, null, "UTC", null, false);
    }

    private static Origin origin(YamlPart part) {
        if (part.has("constant")) {
            return new Constant(part.text("constant"));
        }
        if (part.has("join")) {
            return new Joined(part.text("join"), part.text("field"), part.flag("rare"));
        }
        if (part.has("admin")) {
            String level = part.text("admin");
            if (!Set.of("county", "township", "village").contains(level)) {
                part.get("admin").problem("write county, township or village");
            }
            return new AdminCode(level, part.optionalText("name"), part.optionalText("within"));
        }
        if (part.has("text")) {
            List<String> fields = new ArrayList<>();
            Matcher placeholder = PLACEHOLDER.matcher(part.text("text"));
            while (placeholder.find()) {
                fields.add(placeholder.group(1));
            }
            if (fields.isEmpty()) {
                part.get("text").problem("it names no {field}; use 'constant' for a fixed text");
            }
            return new Text(part.text("text"), fields);
        }
        if (!part.has("field")) {
            part.problem("say where the value comes from: field, text, join, admin or constant");
            return new Constant("");
        }
        return new Field(part.text("field"));
    }

    private static Otherwise otherwise(YamlPart part) {
        String text = part.optionalText("otherwise");
        if (text == null) {
            return Otherwise.REJECT;
        }
        try {
            return Otherwise.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            part.get("otherwise").problem("'" + text + "' is not one of reject, warn, ignore, keep");
            return Otherwise.REJECT;
        }
    }

    private static String zone(YamlPart part) {
        String text = part.optionalText("zone");
        if (text == null) {
            return "UTC";
        }
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException unknown) {
            part.get("zone").problem("'" + text + "' is not a time zone such as Asia/Shanghai");
            return "UTC";
        }
    }
}
