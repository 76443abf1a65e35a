package org.riskmap.filter;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.BiFunction;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.temporal.object.DefaultInstant;
import org.geotools.temporal.object.DefaultPeriod;
import org.geotools.temporal.object.DefaultPosition;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.XmlElement;

/** Expressions of OGC filter 1.0, 1.1 and FES 2.0: properties, literals, arithmetic, functions, GML geometry and time. */
final class XmlExpressionReader {

    static final FilterFactory FACTORY = CommonFactoryFinder.getFilterFactory();

    private final String input;
    private final GmlReader gml;

    XmlExpressionReader(String input) {
        this.input = input;
        this.gml = new GmlReader(input);
    }

    Expression read(XmlElement element) {
        return switch (element.name()) {
            case "PropertyName", "ValueReference" -> FACTORY.property(name(element));
            case "Literal" -> literal(element);
            case "Function" -> function(element);
            case "Add" -> arithmetic(element, FACTORY::add);
            case "Sub" -> arithmetic(element, FACTORY::subtract);
            case "Mul" -> arithmetic(element, FACTORY::multiply);
            case "Div" -> arithmetic(element, FACTORY::divide);
            case "TimeInstant" -> FACTORY.literal(Date.from(instant(element)));
            case "TimePeriod" -> FACTORY.literal(timeSpan(element));
            default -> {
                if (GmlReader.isGeometry(element)) {
                    yield FACTORY.literal(gml.read(element));
                }
                throw refused(element, "it is not an expression");
            }
        };
    }

    /** Whether the element is something that {@link #read} understands, by name. */
    static boolean isExpression(XmlElement element) {
        return switch (element.name()) {
            case "PropertyName",
                    "ValueReference",
                    "Literal",
                    "Function",
                    "Add",
                    "Sub",
                    "Mul",
                    "Div",
                    "TimeInstant",
                    "TimePeriod" -> true;
            default -> GmlReader.isGeometry(element);
        };
    }

    /** Properties that a feature has from GML keep their prefix, unless they are the geometry's other name. */
    private static String name(XmlElement element) {
        String text = element.text();
        String last = text.substring(text.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        boolean ofGml = colon > 0
                && element.namespaceOf(last.substring(0, colon)).orElse("").startsWith("http://www.opengis.net/gml");
        return ofGml && !last.startsWith("@") ? "gml:" + last.substring(colon + 1) : PropertyNames.plain(text);
    }

    private Expression literal(XmlElement element) {
        List<XmlElement> children = element.children();
        return children.isEmpty() ? FACTORY.literal(element.text()) : read(children.get(0));
    }

    private Expression arithmetic(XmlElement element, BiFunction<Expression, Expression, Expression> operator) {
        List<XmlElement> operands = element.children();
        if (operands.size() != 2) {
            throw refused(element, "it needs two operands");
        }
        return operator.apply(read(operands.get(0)), read(operands.get(1)));
    }

    private Expression function(XmlElement element) {
        String name = element.attribute("name").orElseThrow(() -> refused(element, "it has no name"));
        Expression[] parameters = element.children().stream().map(this::read).toArray(Expression[]::new);
        try {
            Function function = FACTORY.function(name, parameters);
            if (function != null) {
                return function;
            }
        } catch (RuntimeException unknown) {
            throw refused(element, "function '" + name + "': " + unknown.getMessage());
        }
        throw refused(element, "there is no function '" + name + "'");
    }

    /** A period; GeoTools has none without length, which is an instant. */
    private Object timeSpan(XmlElement element) {
        Instant begin = boundary(element, "beginPosition", "begin");
        Instant end = boundary(element, "endPosition", "end");
        if (end.isBefore(begin)) {
            throw refused(element, "its end comes before its beginning");
        }
        return begin.equals(end) ? Date.from(begin) : new DefaultPeriod(geotools(begin), geotools(end));
    }

    private static DefaultInstant geotools(Instant instant) {
        return new DefaultInstant(new DefaultPosition(Date.from(instant)));
    }

    private Instant boundary(XmlElement period, String positionName, String propertyName) {
        if (period.child(positionName).isPresent()) {
            return position(period.child(positionName).get());
        }
        XmlElement instant = period.at(propertyName, "TimeInstant")
                .orElseThrow(() -> refused(period, "it has neither " + positionName + " nor " + propertyName));
        return instant(instant);
    }

    private Instant instant(XmlElement element) {
        return position(element.child("timePosition").orElseThrow(() -> refused(element, "it has no timePosition")));
    }

    private Instant position(XmlElement element) {
        Instant instant = Moments.parse(element.text());
        if (instant == null) {
            throw refused(element, "'" + element.text() + "' is not a date or time of ISO 8601");
        }
        return instant;
    }

    InvalidInput refused(XmlElement element, String why) {
        String place = element.line() > 0 ? " in line " + element.line() : "";
        return new InvalidInput(input, "<" + element.name() + ">" + place + ": " + why, "correct the filter");
    }
}
