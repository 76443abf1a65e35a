package org.riskmap.filter;

import static org.riskmap.filter.XmlExpressionReader.FACTORY;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.MultiValuedFilter.MatchAction;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.identity.Identifier;
import org.geotools.filter.FilterFactoryImpl;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.XmlElement;

/** Filters of OGC filter 1.0 (02-059), 1.1 (04-095) and FES 2.0 (ISO 19143), by the elements' local names. */
final class XmlFilterReader {

    private static final FilterFactoryImpl SPATIAL = new FilterFactoryImpl();

    private final XmlExpressionReader expressions;

    XmlFilterReader(String input) {
        this.expressions = new XmlExpressionReader(input);
    }

    /** The filter of a {@code Filter} element, or of an operator itself. */
    Filter read(XmlElement element) {
        if (!element.name().equals("Filter")) {
            return operator(element);
        }
        List<XmlElement> children = element.children();
        if (children.isEmpty()) {
            throw expressions.refused(element, "it is empty");
        }
        if (isId(children.get(0))) {
            return ids(children);
        }
        if (children.size() > 1) {
            throw expressions.refused(children.get(1), "a filter has one operator; join several by And or Or");
        }
        return operator(children.get(0));
    }

    private Filter operator(XmlElement element) {
        if (isId(element)) {
            return ids(List.of(element));
        }
        return switch (element.name()) {
            case "And" -> FACTORY.and(operators(element));
            case "Or" -> FACTORY.or(operators(element));
            case "Not" -> FACTORY.not(onlyOperator(element));
            case "PropertyIsLike" -> like(element);
            case "PropertyIsNull" -> FACTORY.isNull(operand(element, 0));
            case "PropertyIsNil" -> FACTORY.isNil(operand(element, 0), null);
            case "PropertyIsBetween" -> between(element);
            default -> {
                @Nullable Filter filter = comparison(element);
                filter = filter == null ? spatial(element) : filter;
                filter = filter == null ? temporal(element) : filter;
                if (filter == null) {
                    throw expressions.refused(element, "it is not a filter operator");
                }
                yield filter;
            }
        };
    }

    private List<Filter> operators(XmlElement element) {
        List<Filter> operators = new ArrayList<>();
        for (XmlElement child : element.children()) {
            operators.add(operator(child));
        }
        if (operators.isEmpty()) {
            throw expressions.refused(element, "it joins nothing");
        }
        return operators;
    }

    private Filter onlyOperator(XmlElement element) {
        if (element.children().size() != 1) {
            throw expressions.refused(element, "it needs one operator");
        }
        return operator(element.children().get(0));
    }

    private static boolean isId(XmlElement element) {
        return element.name().equals("FeatureId")
                || element.name().equals("GmlObjectId")
                || element.name().equals("ResourceId");
    }

    private Filter ids(List<XmlElement> elements) {
        Set<Identifier> ids = new LinkedHashSet<>();
        for (XmlElement element : elements) {
            Optional<String> id =
                    element.attribute("fid").or(() -> element.attribute("rid")).or(() -> element.attribute("id"));
            if (!isId(element) || id.isEmpty()) {
                throw expressions.refused(element, "it names no feature");
            }
            ids.add(FACTORY.featureId(id.get()));
        }
        return FACTORY.id(ids);
    }

    private Expression operand(XmlElement element, int index) {
        List<XmlElement> operands = element.children().stream()
                .filter(XmlExpressionReader::isExpression)
                .toList();
        if (index >= operands.size()) {
            throw expressions.refused(element, "an operand is missing");
        }
        return expressions.read(operands.get(index));
    }

    private @Nullable Filter comparison(XmlElement element) {
        boolean matchCase = !element.attribute("matchCase").orElse("true").equals("false");
        return switch (element.name()) {
            case "PropertyIsEqualTo" -> FACTORY.equal(operand(element, 0), operand(element, 1), matchCase);
            case "PropertyIsNotEqualTo" -> FACTORY.notEqual(operand(element, 0), operand(element, 1), matchCase);
            case "PropertyIsLessThan" -> FACTORY.less(operand(element, 0), operand(element, 1), matchCase);
            case "PropertyIsLessThanOrEqualTo" ->
                FACTORY.lessOrEqual(operand(element, 0), operand(element, 1), matchCase);
            case "PropertyIsGreaterThan" -> FACTORY.greater(operand(element, 0), operand(element, 1), matchCase);
            case "PropertyIsGreaterThanOrEqualTo" ->
                FACTORY.greaterOrEqual(operand(element, 0), operand(element, 1), matchCase);
            default -> null;
        };
    }

    private Filter like(XmlElement element) {
        String wild = one(element, "wildCard", "*");
        String single = one(element, "singleChar", "?");
        String escape = element.attribute("escapeChar").isPresent()
                ? one(element, "escapeChar", "\\")
                : one(element, "escape", "\\");
        boolean matchCase = !element.attribute("matchCase").orElse("true").equals("false");
        XmlElement pattern =
                element.child("Literal").orElseThrow(() -> expressions.refused(element, "it has no Literal"));
        return FACTORY.like(operand(element, 0), pattern.text(), wild, single, escape, matchCase);
    }

    private String one(XmlElement element, String attribute, String ifAbsent) {
        String text = element.attribute(attribute).orElse(ifAbsent);
        if (text.length() != 1) {
            throw expressions.refused(element, attribute + " has to be one character");
        }
        return text;
    }

    private Filter between(XmlElement element) {
        return FACTORY.between(
                operand(element, 0), boundary(element, "LowerBoundary"), boundary(element, "UpperBoundary"));
    }

    private Expression boundary(XmlElement element, String name) {
        XmlElement boundary = element.child(name).orElseThrow(() -> expressions.refused(element, "it has no " + name));
        return operand(boundary, 0);
    }

    /** An operand in space; {@code gml:boundedBy} stands for the geometry. */
    private Expression place(XmlElement element, int index) {
        Expression operand = operand(element, index);
        boolean bounds = operand instanceof PropertyName property
                && property.getPropertyName().equals("gml:boundedBy");
        return bounds ? FACTORY.property("") : operand;
    }

    private @Nullable Filter spatial(XmlElement element) {
        return switch (element.name()) {
            case "BBOX" -> bbox(element);
            case "Equals" -> SPATIAL.equal(place(element, 0), place(element, 1), MatchAction.ANY);
            case "Disjoint" -> SPATIAL.disjoint(place(element, 0), place(element, 1));
            case "Touches" -> SPATIAL.touches(place(element, 0), place(element, 1));
            case "Within" -> SPATIAL.within(place(element, 0), place(element, 1));
            case "Overlaps" -> SPATIAL.overlaps(place(element, 0), place(element, 1));
            case "Crosses" -> SPATIAL.crosses(place(element, 0), place(element, 1));
            case "Intersects" -> SPATIAL.intersects(place(element, 0), place(element, 1));
            case "Contains" -> SPATIAL.contains(place(element, 0), place(element, 1));
            case "DWithin" -> SPATIAL.dwithin(place(element, 0), place(element, 1), distance(element), unit(element));
            case "Beyond" -> SPATIAL.beyond(place(element, 0), place(element, 1), distance(element), unit(element));
            default -> null;
        };
    }

    /** The property may be left out: the default geometry is meant (FES 2.0, 7.8.3.2). */
    private Filter bbox(XmlElement element) {
        boolean named = element.children().stream()
                        .filter(XmlExpressionReader::isExpression)
                        .count()
                > 1;
        return named
                ? FACTORY.bbox(place(element, 0), place(element, 1))
                : FACTORY.bbox(FACTORY.property(""), place(element, 0));
    }

    private XmlElement distanceElement(XmlElement element) {
        return element.child("Distance").orElseThrow(() -> expressions.refused(element, "it has no Distance"));
    }

    private double distance(XmlElement element) {
        String text = distanceElement(element).text();
        Number number = Comparing.number(text);
        if (number == null || number.doubleValue() < 0) {
            throw expressions.refused(element, "the distance '" + text + "' is not a number from 0 up");
        }
        return number.doubleValue();
    }

    private String unit(XmlElement element) {
        XmlElement distance = distanceElement(element);
        return distance.attribute("uom").or(() -> distance.attribute("units")).orElse("");
    }

    private @Nullable Filter temporal(XmlElement element) {
        return switch (element.name()) {
            case "After" -> FACTORY.after(operand(element, 0), operand(element, 1));
            case "Before" -> FACTORY.before(operand(element, 0), operand(element, 1));
            case "During" -> FACTORY.during(operand(element, 0), operand(element, 1));
            case "TEquals" -> FACTORY.tequals(operand(element, 0), operand(element, 1));
            case "Begins" -> FACTORY.begins(operand(element, 0), operand(element, 1));
            case "BegunBy" -> FACTORY.begunBy(operand(element, 0), operand(element, 1));
            case "Ends" -> FACTORY.ends(operand(element, 0), operand(element, 1));
            case "EndedBy" -> FACTORY.endedBy(operand(element, 0), operand(element, 1));
            case "TContains" -> FACTORY.tcontains(operand(element, 0), operand(element, 1));
            case "TOverlaps" -> FACTORY.toverlaps(operand(element, 0), operand(element, 1));
            case "OverlappedBy" -> FACTORY.overlappedBy(operand(element, 0), operand(element, 1));
            case "Meets" -> FACTORY.meets(operand(element, 0), operand(element, 1));
            case "MetBy" -> FACTORY.metBy(operand(element, 0), operand(element, 1));
            case "AnyInteracts" -> FACTORY.anyInteracts(operand(element, 0), operand(element, 1));
            default -> null;
        };
    }
}
