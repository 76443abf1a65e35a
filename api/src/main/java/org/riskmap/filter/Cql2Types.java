package org.riskmap.filter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.postgis.TableShape;

/** What kind of value each part of a CQL2 expression has, and whether two kinds can be compared. */
final class Cql2Types {

    enum Kind {
        NUMBER("a number"),
        TEXT("a text"),
        TRUTH("true or false"),
        TIME("a time"),
        GEOMETRY("a geometry"),
        ITEMS("a list"),
        CONDITION("a condition"),
        ANY("of no known kind");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final String input;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    Cql2Types(String input, Collection<TableShape.Column> queryables) {
        this.input = input;
        queryables.forEach(column -> kinds.put(column.name(), of(ColumnKind.of(column))));
    }

    private static Kind of(ColumnKind column) {
        return switch (column) {
            case TEXT -> Kind.TEXT;
            case INTEGER, FLOAT4, FLOAT8, NUMERIC -> Kind.NUMBER;
            case BOOLEAN -> Kind.TRUTH;
            case DATE, TIMESTAMP, TIMESTAMPTZ -> Kind.TIME;
            case GEOMETRY -> Kind.GEOMETRY;
            case OTHER -> Kind.ANY;
        };
    }

    /** @throws InvalidInput where it is a property that there is not */
    Kind of(Cql2 value) {
        if (value instanceof Cql2.Property property) {
            return ofProperty(property.name());
        }
        if (value instanceof Cql2.Numeral) return Kind.NUMBER;
        if (value instanceof Cql2.Text) return Kind.TEXT;
        if (value instanceof Cql2.Truth) return Kind.TRUTH;
        if (value instanceof Cql2.Moment || value instanceof Cql2.Interval || value instanceof Cql2.Open) {
            return Kind.TIME;
        }
        if (value instanceof Cql2.Shape) return Kind.GEOMETRY;
        if (value instanceof Cql2.Items) return Kind.ITEMS;
        return switch (((Cql2.Call) value).name()) {
            case "+", "-", "*", "/" -> Kind.NUMBER;
            case "casei" -> Kind.TEXT;
            default -> Kind.CONDITION;
        };
    }

    private Kind ofProperty(String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new InvalidInput(
                    input,
                    "there is no property '" + name + "'",
                    "the properties are " + String.join(", ", kinds.keySet()));
        }
        return kind;
    }

    /** @throws InvalidInput where a value is not of the kind that its place needs */
    void require(Cql2 value, Kind wanted, String place) {
        Kind kind = of(value);
        if (kind != wanted && kind != Kind.ANY) {
            throw refused(place + " needs " + wanted.words + "; " + words(value) + " is " + kind.words);
        }
    }

    /** @throws InvalidInput where two values do not compare */
    void requireComparable(Cql2 left, Cql2 right) {
        Kind a = of(left);
        Kind b = of(right);
        for (Cql2 side : new Cql2[] {left, right}) {
            Kind kind = of(side);
            if (kind == Kind.GEOMETRY
                    || kind == Kind.ITEMS
                    || kind == Kind.CONDITION
                    || side instanceof Cql2.Interval) {
                throw refused(words(side) + " is " + kind.words + " and does not compare with a value");
            }
        }
        boolean known = a != Kind.ANY && b != Kind.ANY;
        if (known && a != b && !spells(left, b) && !spells(right, a)) {
            throw refused(words(left) + " is " + a.words + " and " + words(right) + " is " + b.words);
        }
    }

    /** Whether a text spells a value of another kind, as PostgreSQL's untyped texts do. */
    private static boolean spells(Cql2 value, Kind kind) {
        if (!(value instanceof Cql2.Text text)) {
            return false;
        }
        return kind == Kind.NUMBER && Comparing.number(text.value()) != null
                || kind == Kind.TIME && Moments.parse(text.value()) != null;
    }

    InvalidInput refused(String problem) {
        return new InvalidInput(input, problem, "compare values of one kind; /queryables lists the properties' types");
    }

    private static String words(Cql2 value) {
        if (value instanceof Cql2.Property property) return "the property '" + property.name() + "'";
        if (value instanceof Cql2.Text text) {
            return "'" + text.value().substring(0, Math.min(60, text.value().length())) + "'";
        }
        if (value instanceof Cql2.Numeral number) return number.value().toString();
        if (value instanceof Cql2.Moment moment) return moment.at().toString();
        return value instanceof Cql2.Call call ? "'" + call.name() + "'" : "a value";
    }

    /** Names of the properties that stand anywhere in a value. */
    static Set<String> properties(Cql2 value) {
        Set<String> names = new LinkedHashSet<>();
        collect(value, names);
        return names;
    }

    private static void collect(Cql2 value, Set<String> names) {
        if (value instanceof Cql2.Property property) {
            names.add(property.name());
        } else if (value instanceof Cql2.Call call) {
            call.arguments().forEach(each -> collect(each, names));
        } else if (value instanceof Cql2.Items items) {
            items.members().forEach(each -> collect(each, names));
        } else if (value instanceof Cql2.Interval interval) {
            collect(interval.begin(), names);
            collect(interval.end(), names);
        }
    }
}
