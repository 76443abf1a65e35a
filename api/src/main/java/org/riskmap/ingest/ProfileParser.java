package org.riskmap.ingest;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskmap.ingest.Profile.Column;
import org.riskmap.ingest.Profile.Condition;
import org.riskmap.ingest.Profile.FileRule;
import org.riskmap.ingest.Profile.Id;
import org.riskmap.ingest.Profile.Join;
import org.riskmap.ingest.Profile.Joined;
import org.riskmap.ingest.Profile.Origin;
import org.riskmap.ingest.Profile.Shape;
import org.riskmap.ingest.Profile.Table;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML text → a {@link Profile}, or one {@link InvalidInput} that lists everything that is wrong with it. */
final class ProfileParser {

    private final List<String> problems = new ArrayList<>();

    private ProfileParser() {}

    /**
     * @param name of the profile; its file's name without {@code .yaml}
     * @param file for messages
     */
    static Profile parse(String name, String file, String yaml) {
        ProfileParser parser = new ProfileParser();
        JsonNode root;
        try {
            root = YAMLMapper.builder().build().readTree(yaml);
        } catch (JacksonException notYaml) {
            throw new InvalidInput(file, "it is not YAML: " + notYaml.getOriginalMessage(), "correct it there");
        }
        Profile profile = parser.profile(name, new YamlPart(root, "", parser.problems));
        if (!parser.problems.isEmpty()) {
            throw new InvalidInput(
                    file,
                    parser.problems.size() + " problem(s):\n  " + String.join("\n  ", parser.problems),
                    "\nthe format is described in sql/profiles/README.md");
        }
        return profile;
    }

    private Profile profile(String name, YamlPart part) {
        part.only(Set.of("title", "area", "files"));
        List<FileRule> files = part.list("files", this::file);
        if (files.isEmpty()) {
            part.problem("'files' names no file");
        }
        return new Profile(name, part.text("title"), area(part), files);
    }

    private @Nullable Envelope area(YamlPart part) {
        if (!part.has("area")) {
            return null;
        }
        List<String> corners = part.list("area", YamlPart::asText);
        try {
            Envelope area = new Envelope(
                    Double.parseDouble(corners.get(0)),
                    Double.parseDouble(corners.get(1)),
                    Double.parseDouble(corners.get(2)),
                    Double.parseDouble(corners.get(3)));
            if (corners.size() == 4 && area.minX() >= -180 && area.maxX() <= 180 && Math.abs(area.maxY()) <= 90) {
                return area;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException notFourCorners) {
            // told below, with the remedy
        }
        part.get("area").problem("write [west, south, east, north] in degrees");
        return null;
    }

    private FileRule file(YamlPart part) {
        part.only(Set.of("match", "skip", "crs", "encoding", "delimiter", "elevation", "joins", "tables"));
        List<Table> tables = part.list("tables", this::table);
        boolean elevation = part.flag("elevation");
        String skip = part.optionalText("skip");
        if (tables.isEmpty() && !elevation && skip == null) {
            part.problem("say what is made of it: 'tables', 'elevation: true', or 'skip' with the reason");
        }
        List<Join> joins = join(part);
        for (Table table : tables) {
            table.columns()
                    .forEach(
                            (column, ways) -> ways.forEach(way -> checkJoin(part, table, column, way.origin(), joins)));
        }
        List<String> match = part.words("match");
        if (match.isEmpty()) {
            part.problem("'match' is missing: the name of the file, with * and ?");
        }
        return new FileRule(match, skip, crs(part), encodings(part), delimiter(part), elevation, joins, tables);
    }

    private static void checkJoin(YamlPart part, Table table, String column, Origin origin, List<Join> joins) {
        if (origin instanceof Joined joined
                && joins.stream().noneMatch(join -> join.name().equals(joined.join()))) {
            part.problem("column " + column + " of " + table.target() + " uses the join '" + joined.join()
                    + "', which 'joins' does not have");
        }
    }

    private @Nullable Integer crs(YamlPart part) {
        String text = part.optionalText("crs");
        if (text == null) {
            return null;
        }
        try {
            return Crs.parse("crs", text).code();
        } catch (InvalidInput unknown) {
            part.get("crs").problem(unknown.problem() + "; " + unknown.remedy());
            return null;
        }
    }

    private Encodings encodings(YamlPart part) {
        List<Charset> charsets = new ArrayList<>();
        for (String name : part.words("encoding")) {
            try {
                charsets.add(charset(name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                part.get("encoding").problem("'" + name + "' is not known; UTF-8, GB18030, Big5 are");
            }
        }
        return new Encodings(List.copyOf(charsets));
    }

    private static Charset charset(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "BIG5", "BIG-5", "CP950" -> Charset.forName("x-windows-950"); // Big5 as it is written in practice
            case "GBK", "GB2312", "CP936" -> Charset.forName("GB18030"); // each is a part of the next
            default -> Charset.forName(name);
        };
    }

    private char delimiter(YamlPart part) {
        String text = part.optionalText("delimiter");
        if (text == null) {
            return ',';
        }
        String one = text.equals("tab") ? "\t" : text;
        if (one.length() != 1 || one.equals("\"")) {
            part.get("delimiter").problem("write one character, or tab");
            return ',';
        }
        return one.charAt(0);
    }

    private List<Join> join(YamlPart part) {
        List<Join> joins = new ArrayList<>();
        part.map("joins", item -> {
                    item.only(Set.of("file", "layer", "encoding", "delimiter", "on", "key"));
                    return new Join(
                            "",
                            item.text("file"),
                            item.optionalText("layer"),
                            encodings(item),
                            delimiter(item),
                            ColumnParser.key(item.get("on")),
                            ColumnParser.key(item.get("key")));
                })
                .forEach((name, join) -> joins.add(new Join(
                        name, join.match(), join.layer(), join.encodings(), join.delimiter(), join.on(), join.key())));
        return joins;
    }

    private Table table(YamlPart part) {
        part.only(Set.of("target", "layer", "take", "leave", "id", "geometry", "columns"));
        Map<String, List<Column>> columns = new LinkedHashMap<>(part.map("columns", ColumnParser::ways));
        for (String own : List.of("id", "geom", "source", "updated_at")) {
            if (columns.containsKey(own)) {
                part.get("columns").problem("'" + own + "' is not mapped here");
            }
        }
        return new Table(
                part.text("target"),
                part.optionalText("layer"),
                conditions(part, "take"),
                conditions(part, "leave"),
                id(part),
                shape(part),
                columns);
    }

    private static List<Condition> conditions(YamlPart part, String key) {
        List<Condition> result = new ArrayList<>();
        if (part.has(key)) {
            YamlPart items = part.get(key);
            part.map(key, item -> item).forEach((field, unused) -> {
                List<String> words = items.words(field);
                result.add(new Condition(field, words.equals(List.of("*")) ? List.of() : words));
            });
        }
        return result;
    }

    private Id id(YamlPart part) {
        if (!part.has("id")) {
            return new Id(null, List.of());
        }
        YamlPart item = part.get("id");
        if (!item.isText() && item.has("hash")) {
            item.only(Set.of("hash"));
            return new Id(null, item.words("hash"));
        }
        return new Id(ColumnParser.way(item), List.of());
    }

    private static Shape shape(YamlPart part) {
        if (!part.has("geometry")) {
            return new Shape(null, null, false);
        }
        YamlPart item = part.get("geometry");
        item.only(Set.of("x", "y", "point"));
        if (item.has("x") != item.has("y")) {
            item.problem("'x' and 'y' go together");
        }
        String point = item.optionalText("point");
        if (point != null && !point.equals("on_surface")) {
            item.get("point").problem("only on_surface is known");
        }
        return new Shape(item.optionalText("x"), item.optionalText("y"), point != null);
    }
}
