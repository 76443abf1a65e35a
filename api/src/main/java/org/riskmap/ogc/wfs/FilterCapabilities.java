package org.riskmap.ogc.wfs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.filter.capability.FunctionName;
import org.geotools.api.parameter.Parameter;
import org.geotools.filter.FunctionFinder;
import org.riskmap.ogc.Xml;

/** What filters may say: {@code fes:Filter_Capabilities} and its forerunners of Filter 1.1 and 1.0. */
final class FilterCapabilities {

    private static final List<String> COMPARISONS = List.of(
            "PropertyIsLessThan",
            "PropertyIsGreaterThan",
            "PropertyIsLessThanOrEqualTo",
            "PropertyIsGreaterThanOrEqualTo",
            "PropertyIsEqualTo",
            "PropertyIsNotEqualTo",
            "PropertyIsLike",
            "PropertyIsBetween",
            "PropertyIsNull",
            "PropertyIsNil");
    private static final List<String> SPATIAL = List.of(
            "Disjoint",
            "Equals",
            "DWithin",
            "Beyond",
            "Intersects",
            "Touches",
            "Crosses",
            "Within",
            "Contains",
            "Overlaps",
            "BBOX");
    private static final List<String> TEMPORAL = List.of(
            "After",
            "Before",
            "Begins",
            "BegunBy",
            "TContains",
            "During",
            "TEquals",
            "TOverlaps",
            "Meets",
            "OverlappedBy",
            "MetBy",
            "EndedBy");
    private static final List<String> OPERANDS = List.of(
            "Envelope",
            "Point",
            "MultiPoint",
            "LineString",
            "MultiCurve",
            "Curve",
            "Polygon",
            "MultiSurface",
            "Surface",
            "MultiGeometry");
    private static final Map<String, Boolean> CONFORMANCE = conformance();

    private final Xml xml;

    FilterCapabilities(Xml xml) {
        this.xml = xml;
    }

    private static Map<String, Boolean> conformance() {
        Map<String, Boolean> classes = new java.util.LinkedHashMap<>();
        for (String name : List.of(
                "ImplementsQuery",
                "ImplementsAdHocQuery",
                "ImplementsFunctions",
                "ImplementsResourceId",
                "ImplementsMinStandardFilter",
                "ImplementsStandardFilter",
                "ImplementsMinSpatialFilter",
                "ImplementsSpatialFilter",
                "ImplementsMinTemporalFilter",
                "ImplementsTemporalFilter")) {
            classes.put(name, true);
        }
        classes.put("ImplementsVersionNav", false);
        classes.put("ImplementsSorting", true);
        classes.put("ImplementsExtendedOperators", false);
        classes.put("ImplementsMinimumXPath", true);
        classes.put("ImplementsSchemaElementFunc", false);
        return classes;
    }

    void fes20() {
        xml.start("fes:Filter_Capabilities").start("fes:Conformance");
        CONFORMANCE.forEach((name, holds) -> {
            xml.start("fes:Constraint", "name", name).element("ows:NoValues", null);
            xml.element("ows:DefaultValue", holds ? "TRUE" : "FALSE").end();
        });
        xml.end();
        xml.start("fes:Id_Capabilities")
                .start("fes:ResourceIdentifier", "name", "fes:ResourceId")
                .end()
                .end();
        xml.start("fes:Scalar_Capabilities").element("fes:LogicalOperators", null);
        named("fes:ComparisonOperators", "fes:ComparisonOperator", COMPARISONS);
        xml.end();
        xml.start("fes:Spatial_Capabilities");
        named("fes:GeometryOperands", "fes:GeometryOperand", gml());
        named("fes:SpatialOperators", "fes:SpatialOperator", SPATIAL);
        xml.end();
        xml.start("fes:Temporal_Capabilities");
        named("fes:TemporalOperands", "fes:TemporalOperand", List.of("gml:TimeInstant", "gml:TimePeriod"));
        named("fes:TemporalOperators", "fes:TemporalOperator", TEMPORAL);
        xml.end();
        functions20();
        xml.end();
    }

    private static List<String> gml() {
        return OPERANDS.stream().map(operand -> "gml:" + operand).toList();
    }

    private void named(String list, String element, List<String> names) {
        xml.start(list);
        names.forEach(name -> xml.start(element, "name", name).end());
        xml.end();
    }

    private void functions20() {
        xml.start("fes:Functions");
        functions().values().forEach(function -> {
            xml.start("fes:Function", "name", function.getName());
            xml.element("fes:Returns", type(function.getReturn()));
            List<Parameter<?>> arguments = function.getArguments();
            if (!arguments.isEmpty()) {
                xml.start("fes:Arguments");
                for (Parameter<?> argument : arguments) {
                    xml.start("fes:Argument", "name", argument.getName());
                    xml.element("fes:Type", type(argument)).end();
                }
                xml.end();
            }
            xml.end();
        });
        xml.end();
    }

    /** Functions over one feature's values, by name. */
    private static Map<String, FunctionName> functions() {
        Map<String, FunctionName> functions = new TreeMap<>();
        for (FunctionName function : new FunctionFinder(null).getAllFunctionDescriptions()) {
            boolean overValues = function.getArguments().stream()
                    .map(argument -> String.valueOf(argument.getType().getName()))
                    .noneMatch(type -> type.contains("coverage") || type.contains("FeatureCollection"));
            if (overValues && function.getName().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                functions.putIfAbsent(function.getName(), function);
            }
        }
        return functions;
    }

    private static String type(Parameter<?> parameter) {
        Class<?> type = parameter == null ? Object.class : parameter.getType();
        if (type == Integer.class) return "xs:int";
        if (type == Long.class) return "xs:long";
        if (type == Float.class) return "xs:float";
        if (Number.class.isAssignableFrom(type)) return "xs:double";
        if (type == Boolean.class) return "xs:boolean";
        if (java.util.Date.class.isAssignableFrom(type)) return "xs:dateTime";
        return org.locationtech.jts.geom.Geometry.class.isAssignableFrom(type)
                ? "gml:AbstractGeometryType"
                : "xs:string";
    }

    void filter11() {
        xml.start("ogc:Filter_Capabilities").start("ogc:Spatial_Capabilities").start("ogc:GeometryOperands");
        List.of("gml:Envelope", "gml:Point", "gml:LineString", "gml:Polygon")
                .forEach(operand -> xml.element("ogc:GeometryOperand", operand));
        xml.end().start("ogc:SpatialOperators");
        SPATIAL.forEach(name -> xml.start("ogc:SpatialOperator", "name", name).end());
        xml.end().end().start("ogc:Scalar_Capabilities").element("ogc:LogicalOperators", null);
        xml.start("ogc:ComparisonOperators");
        List.of(
                        "LessThan",
                        "GreaterThan",
                        "LessThanEqualTo",
                        "GreaterThanEqualTo",
                        "EqualTo",
                        "NotEqualTo",
                        "Like",
                        "Between",
                        "NullCheck")
                .forEach(name -> xml.element("ogc:ComparisonOperator", name));
        xml.end().start("ogc:ArithmeticOperators").element("ogc:SimpleArithmetic", null);
        functionNames("ogc:Functions", "ogc:FunctionNames", "ogc:FunctionName");
        xml.end().end();
        xml.start("ogc:Id_Capabilities")
                .element("ogc:FID", null)
                .element("ogc:EID", null)
                .end()
                .end();
    }

    void filter10() {
        xml.start("ogc:Filter_Capabilities").start("ogc:Spatial_Capabilities").start("ogc:Spatial_Operators");
        List.of(
                        "Disjoint",
                        "Equals",
                        "DWithin",
                        "Beyond",
                        "Intersect",
                        "Touches",
                        "Crosses",
                        "Within",
                        "Contains",
                        "Overlaps",
                        "BBOX")
                .forEach(name -> xml.element("ogc:" + name, null));
        xml.end().end().start("ogc:Scalar_Capabilities").element("ogc:Logical_Operators", null);
        xml.start("ogc:Comparison_Operators");
        List.of("Simple_Comparisons", "Between", "Like", "NullCheck").forEach(name -> xml.element("ogc:" + name, null));
        xml.end().start("ogc:Arithmetic_Operators").element("ogc:Simple_Arithmetic", null);
        functionNames("ogc:Functions", "ogc:Function_Names", "ogc:Function_Name");
        xml.end().end().end();
    }

    private void functionNames(String list, String names, String name) {
        xml.start(list).start(names);
        functions()
                .values()
                .forEach(function -> xml.element(
                        name,
                        function.getName(),
                        "nArgs",
                        "" + function.getArguments().size()));
        xml.end().end();
    }
}
