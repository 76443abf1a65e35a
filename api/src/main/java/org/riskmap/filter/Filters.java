package org.riskmap.filter;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.Envelope;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;
import org.riskmap.postgis.TableShape;
import org.w3c.dom.Element;

/**
 * The door of this package. A filter is read ({@link #ecql}, {@link #xml}, {@link #cql2Text},
 * {@link #cql2Json}), checked ({@link #check}), brought to its layer's
 * reference system ({@link #placed}), and then asked ({@link #sql}, {@link #predicate}). Names of properties are plain
 * column names: prefixes and paths of XML are taken off when a filter is read.
 */
public final class Filters {

    private Filters() {}

    /**
     * Reads ECQL. A geometry without {@code SRID=n;} and a BBOX without a system say nothing of their system: see
     * {@link #placed}. {@code SRID=n;} and {@code 'EPSG:n'} are x, y; a URN follows the authority.
     *
     * @param input name of the parameter, for the message
     * @throws InvalidInput where the text is not ECQL, longer than 100 000 characters or nested more than 200 deep
     */
    public static Filter ecql(String input, String text) {
        return EcqlReader.filter(input, text);
    }

    /** A filter as ECQL. */
    public static String text(Filter filter) {
        return ECQL.toCQL(filter);
    }

    /** An expression as ECQL: {@code population * 2}. */
    public static String text(Expression expression) {
        return ECQL.toCQL(expression);
    }

    /** Reads an ECQL expression such as {@code population * 2}; fails as {@link #ecql}. */
    public static Expression ecqlExpression(String input, String text) {
        return EcqlReader.expression(input, text);
    }

    /**
     * Reads the text encoding of CQL2 (OGC 21-065r2): basic CQL2, advanced comparisons, CASEI, spatial and temporal functions,
     * comparisons of properties and the four kinds of arithmetic. Names, kinds of values and numbers of arguments are checked.
     * A geometry says nothing of its system: see {@link #placed}. Null is neither true nor false, also under NOT.
     *
     * @param queryables the properties that may be named
     * @throws InvalidInput where the text is not CQL2, has over 100 000 characters or 5000 values or more than 200 levels,
     *     names a property that there is not, or compares what does not compare
     */
    public static Filter cql2Text(String input, String text, Collection<TableShape.Column> queryables) {
        return cql2(input, Cql2Text.read(input, text), queryables);
    }

    /** As {@link #cql2Text} for the JSON encoding. */
    public static Filter cql2Json(String input, String text, Collection<TableShape.Column> queryables) {
        return cql2(input, Cql2Json.read(input, text), queryables);
    }

    private static Filter cql2(String input, Cql2 condition, Collection<TableShape.Column> queryables) {
        Filter filter = new Cql2Filter(input, new Cql2Types(input, queryables)).of(condition);
        Nesting.check(input, filter);
        return filter;
    }

    /**
     * Reads a {@code Filter} element, or a filter operator itself, of OGC filter 1.0 and 1.1 and FES 2.0.
     *
     * @throws InvalidInput naming the element and its line, where it is known
     */
    public static Filter xml(String input, Element element) {
        Filter filter = new XmlFilterReader(input).read(XmlElement.of(element));
        Nesting.check(input, filter);
        return filter;
    }

    /** Reads the text of a filter element, as the parameter FILTER has it; external entities are refused. */
    public static Filter xml(String input, String text) {
        if (text.length() > EcqlReader.LONGEST) {
            throw new InvalidInput(
                    input,
                    "it has " + text.length() + " characters",
                    "send at most " + EcqlReader.LONGEST + ", or post it");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return xml(
                input, XmlElement.read(input, new ByteArrayInputStream(bytes)).dom());
    }

    /**
     * Reads an expression element: {@code PropertyName}, {@code ValueReference}, {@code Literal}, {@code Function},
     * {@code Add}, {@code Sub}, {@code Mul}, {@code Div} or a GML geometry.
     *
     * @throws InvalidInput as {@link #xml}
     */
    public static Expression xmlExpression(String input, Element element) {
        return new XmlExpressionReader(input).read(XmlElement.of(element));
    }

    /**
     * The same filter with its geometries in a layer's system, east first.
     *
     * @param assumed what a geometry is in that names no system, with the axis order in which it is written
     * @param layer what the layer's features are in
     * @throws InvalidInput where a geometry cannot be shown in the layer's system
     */
    public static Filter placed(String input, Filter filter, Crs assumed, Crs layer) {
        return Placement.place(input, filter, assumed, layer);
    }

    /** As {@link #placed(String, Filter, Crs, Crs)} for an expression. */
    public static Expression placed(String input, Expression expression, Crs assumed, Crs layer) {
        return Placement.place(input, expression, assumed, layer);
    }

    /**
     * Features whose geometry shares a point with a rectangle, placed in a layer's system.
     *
     * @param crs of the four numbers, with the axis order in which they are given
     * @throws InvalidInput where the lower corner is not below the upper
     */
    public static Filter bbox(
            String input, double first, double second, double third, double fourth, Crs crs, Crs layer) {
        if (!(first <= third && second <= fourth)) {
            throw new InvalidInput(input, "its lower corner is not below its upper corner", "swap the corners");
        }
        var factory = CommonFactoryFinder.getFilterFactory();
        Envelope written = new Envelope(first, second, third, fourth);
        Filter filter = factory.bbox(factory.property(""), factory.literal(Placement.box(written, crs)));
        return placed(input, filter, crs, layer);
    }

    /** All of the filters at once; INCLUDE where there is none. */
    public static Filter all(Collection<Filter> filters) {
        List<Filter> given =
                filters.stream().filter(filter -> filter != Filter.INCLUDE).toList();
        return switch (given.size()) {
            case 0 -> Filter.INCLUDE;
            case 1 -> given.get(0);
            default -> CommonFactoryFinder.getFilterFactory().and(new ArrayList<>(given));
        };
    }

    /** The column that a name of {@link #properties} means: {@code gml:name} is {@code name}. */
    public static String column(String property) {
        return PropertyNames.column(property);
    }

    /** The ids that a filter names as such, in no order; empty where it names none. */
    public static Set<String> ids(Filter filter) {
        Set<String> ids = new LinkedHashSet<>();
        filter.accept(
                new DefaultFilterVisitor() {
                    @Override
                    public Object visit(Id id, Object data) {
                        id.getIDs().forEach(each -> ids.add(String.valueOf(each)));
                        return data;
                    }
                },
                null);
        return ids;
    }

    /** Names of the properties that a filter reads; an empty name means the default geometry, {@code @id} the feature's id. */
    public static Set<String> properties(Filter filter) {
        return PropertyNames.of(filter);
    }

    /** As {@link #properties(Filter)} for an expression. */
    public static Set<String> properties(Expression expression) {
        return PropertyNames.of(expression);
    }

    /**
     * Refuses properties that a layer does not have.
     *
     * @throws InvalidInput naming the property and those that there are
     */
    public static void check(String input, Filter filter, Collection<String> known) {
        PropertyNames.check(input, properties(filter), known);
    }

    /**
     * Refuses properties that stand where a geometry has to and are none.
     *
     * @param geometries the properties that are
     * @throws InvalidInput naming the property and those that would do
     */
    public static void checkPlaces(String input, Filter filter, Collection<String> geometries) {
        PropertyNames.checkPlaces(input, filter, geometries);
    }

    /** {@link #check(String, Filter, Collection)} and {@link #checkPlaces}, against the columns of a table. */
    public static void check(String input, Filter filter, TableShape shape) {
        List<TableShape.Column> columns = shape.columns();
        check(input, filter, columns.stream().map(TableShape.Column::name).toList());
        checkPlaces(
                input,
                filter,
                columns.stream()
                        .filter(TableShape.Column::isGeometry)
                        .map(TableShape.Column::name)
                        .toList());
    }

    /**
     * Whether a feature passes. A comparison with null is false and its negation true. Names that a feature does not have
     * mean its geometry; a feature id passes as {@code 17} or {@code anything.17}. Where the layer is known,
     * {@link #predicate(Filter, Subject)} is stricter.
     */
    public static Predicate<Feature> predicate(Filter filter) {
        return new Predicates(null).of(filter);
    }

    /** Whether a feature of a layer passes; fails with IllegalStateException on a property that was not read. */
    public static Predicate<Feature> predicate(Filter filter, Subject subject) {
        return new Predicates(subject).of(filter);
    }

    /** An expression's value for a feature, as GeoTools computes it; null where it has none. */
    public static Function<Feature, @Nullable Object> value(Expression expression) {
        return new Values(null).of(expression);
    }

    /** As {@link #value(Expression)}, strict about properties that were not read. */
    public static Function<Feature, @Nullable Object> value(Expression expression, Subject subject) {
        return new Values(subject).of(expression);
    }

    /**
     * Cuts a filter into SQL over a table's columns and what is left. Identifiers come from the shape, all values are bound.
     * The filter has been checked against the shape and placed in its system.
     *
     * @param layer the name before the dot in feature ids
     */
    public static SqlCondition sql(Filter filter, TableShape shape, String layer) {
        return new SqlWriter(shape, layer).write(filter);
    }

    /** As {@link #sql(Filter, TableShape, String)}, the layer being called as the table. */
    public static SqlCondition sql(Filter filter, TableShape shape) {
        return sql(filter, shape, shape.table());
    }
}
