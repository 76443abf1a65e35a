package org.riskmap.ingest;

import java.util.Map;
import java.util.Optional;
import org.riskmap.postgis.SqlQuery;
import org.riskmap.postgis.TableShape.Column;

/**
 * How text becomes a value of a column's type.
 *
 * @param value SQL of the typed value, null where the text is none
 * @param problem SQL of the message, over the column that holds the value; null where there is none; empty where any text
 *     will do
 * @param required whether null is not allowed
 */
record TypedColumn(String value, Optional<String> problem, boolean required) {

    /** Whole numbers may have a decimal point with zeros: spreadsheets write 120 as 120.0. */
    private static final String WHOLE = " ~ '^[+-]?[0-9]+([.]0*)?$'";

    private static final Map<String, Integer> DIGITS = Map.of("int2", 4, "int4", 9, "int8", 18);

    private static final String YES = "('true', 't', 'yes', 'y', '1', '是', '有')";
    private static final String NO = "('false', 'f', 'no', 'n', '0', '否', '无', '無')";

    /**
     * @param text name of the SQL column that holds the text
     * @param computed name of the SQL column that will hold the value, so that it is computed once
     */
    static TypedColumn of(Column column, String text, String computed) {
        String type = column.sqlType();
        boolean required = !column.nullable();
        if (DIGITS.containsKey(type)) {
            String form =
                    "(" + text + WHOLE + " and length(split_part(" + text + ", '.', 1)) <= " + DIGITS.get(type) + ")";
            return typed(column, text, computed, form, text + "::numeric::" + type, "is no whole number");
        }
        return switch (type) {
            case "text" -> new TypedColumn(text, Optional.empty(), required);
            case "float4", "float8", "numeric" ->
                typed(column, text, computed, ColumnSql.isNumber(text), text + "::" + type, "is no number");
            case "bool" ->
                typed(
                        column,
                        text,
                        computed,
                        "lower(" + text + ") in " + YES + " or lower(" + text + ") in " + NO,
                        "lower(" + text + ") in " + YES,
                        "is neither yes nor no");
            case "timestamptz" -> new TypedColumn(text + "::timestamptz", Optional.empty(), required);
            default -> throw new IllegalStateException("column " + column.name() + " has the unforeseen type " + type);
        };
    }

    private static TypedColumn typed(
            Column column, String text, String computed, String form, String value, String message) {
        return new TypedColumn(
                "case when " + form + " then " + value + " end",
                Optional.of("case when " + text + " is not null and " + computed + " is null then format('"
                        + SqlQuery.identifier(column.name()).replace("\"", "") + ": ''%s'' " + message + "', " + text
                        + ") end"),
                !column.nullable());
    }
}
