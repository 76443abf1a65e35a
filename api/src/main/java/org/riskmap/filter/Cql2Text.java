package org.riskmap.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.util.AssertionFailedException;
import org.riskmap.filter.Cql2Tokens.Kind;
import org.riskmap.filter.Cql2Tokens.Token;

/** Reads the text encoding of CQL2 (OGC 21-065r2, annex B) by recursive descent. */
final class Cql2Text {

    private static final Set<String> GEOMETRIES = Set.of(
            "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final Cql2Tokens tokens;
    private final Cql2Literals literals;

    private Cql2Text(String input, String text) {
        this.literals = new Cql2Literals(input, text);
        this.tokens = new Cql2Tokens(input, text);
    }

    static Cql2 read(String input, String text) {
        Cql2Text reader = new Cql2Text(input, text);
        Cql2 whole = reader.expression();
        if (reader.tokens.peek().kind() != Kind.END) {
            throw reader.tokens.unexpected("AND, OR or the end");
        }
        return whole;
    }

    private Cql2 expression() {
        literals.down();
        List<Cql2> any = new ArrayList<>(List.of(conjunction()));
        while (tokens.takeWord("OR")) {
            any.add(conjunction());
        }
        literals.up();
        return any.size() == 1 ? any.get(0) : literals.call("or", any);
    }

    private Cql2 conjunction() {
        List<Cql2> all = new ArrayList<>(List.of(negation()));
        while (tokens.takeWord("AND")) {
            all.add(negation());
        }
        return all.size() == 1 ? all.get(0) : literals.call("and", all);
    }

    private Cql2 negation() {
        if (!tokens.takeWord("NOT")) {
            return predicate();
        }
        literals.down();
        Cql2 negated = Cql2.Call.of("not", negation());
        literals.up();
        return negated;
    }

    private Cql2 predicate() {
        Cql2 left = sum();
        Token sign = tokens.peek();
        if (sign.kind() == Kind.SIGN && COMPARISONS.contains(sign.text())) {
            tokens.take();
            return Cql2.Call.of(sign.text(), left, sum());
        }
        if (tokens.takeWord("IS")) {
            boolean not = tokens.takeWord("NOT");
            tokens.expectWord("NULL");
            return negatedIf(not, Cql2.Call.of("isnull", left));
        }
        boolean not = tokens.takeWord("NOT");
        if (tokens.takeWord("LIKE")) {
            return negatedIf(not, Cql2.Call.of("like", left, sum()));
        }
        if (tokens.takeWord("BETWEEN")) {
            Cql2 from = sum();
            tokens.expectWord("AND");
            return negatedIf(not, Cql2.Call.of("between", left, from, sum()));
        }
        if (tokens.takeWord("IN")) {
            tokens.expectSign("(");
            return negatedIf(not, Cql2.Call.of("in", left, new Cql2.Items(list(")"))));
        }
        if (not) {
            throw tokens.unexpected("LIKE, BETWEEN or IN");
        }
        return left;
    }

    private static Cql2 negatedIf(boolean not, Cql2 predicate) {
        return not ? Cql2.Call.of("not", predicate) : predicate;
    }

    private Cql2 sum() {
        Cql2 left = product();
        int levels = 0;
        while (tokens.isSign("+") || tokens.isSign("-")) {
            literals.down();
            levels++;
            left = literals.call(tokens.take().text(), List.of(left, product()));
        }
        up(levels);
        return left;
    }

    private Cql2 product() {
        Cql2 left = factor();
        int levels = 0;
        while (tokens.isSign("*") || tokens.isSign("/") || tokens.isSign("%") || tokens.isSign("^") || isDiv()) {
            literals.down();
            levels++;
            left = literals.call(tokens.take().text(), List.of(left, factor()));
        }
        up(levels);
        return left;
    }

    private boolean isDiv() {
        return tokens.isWord("DIV");
    }

    private void up(int levels) {
        for (int i = 0; i < levels; i++) {
            literals.up();
        }
    }

    private Cql2 factor() {
        if (tokens.takeSign("-")) {
            literals.down();
            Cql2 value = factor();
            literals.up();
            return value instanceof Cql2.Numeral number
                    ? new Cql2.Numeral(number.value().negate())
                    : Cql2.Call.of("*", literals.number("-1"), value);
        }
        tokens.takeSign("+");
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> literals.text(tokens.take().text());
            case NUMBER -> literals.number(tokens.take().text());
            case QUOTED_NAME -> new Cql2.Property(tokens.take().text());
            case WORD -> word(token.text().toLowerCase(Locale.ROOT));
            case SIGN -> bracketed();
            case END -> throw tokens.unexpected("a value");
        };
    }

    private Cql2 bracketed() {
        if (tokens.takeSign("(")) {
            Cql2 inner = expression();
            tokens.expectSign(")");
            return inner;
        }
        if (tokens.takeSign("[")) {
            return new Cql2.Items(list("]"));
        }
        throw tokens.unexpected("a value");
    }

    private Cql2 word(String lower) {
        Token second = tokens.peekSecond();
        boolean ofGeometry = tokens.isCall() || second.text().equalsIgnoreCase("z");
        if (GEOMETRIES.contains(lower) && ofGeometry) {
            return geometry();
        }
        if (tokens.isCall()) {
            return call(lower);
        }
        return switch (lower) {
            case "true", "false" -> {
                tokens.take();
                yield new Cql2.Truth(lower.equals("true"));
            }
            case "and", "or", "like", "between", "in", "is", "null" -> throw tokens.unexpected("a value");
            default -> new Cql2.Property(tokens.take().text());
        };
    }

    private Cql2 call(String name) {
        tokens.take();
        tokens.expectSign("(");
        return switch (name) {
            case "date" -> closed(literals.date(onlyText()));
            case "timestamp" -> closed(literals.timestamp(onlyText()));
            case "interval" -> interval();
            case "bbox" -> bbox();
            case "not", "and", "or", "in", "like", "between", "is" -> throw tokens.unexpected("a value before " + name);
            default -> literals.call(name, list(")"));
        };
    }

    private Cql2 closed(Cql2 value) {
        tokens.expectSign(")");
        return value;
    }

    private String onlyText() {
        if (tokens.peek().kind() != Kind.TEXT) {
            throw tokens.unexpected("a text in single quotes");
        }
        return tokens.take().text();
    }

    private Cql2 interval() {
        Cql2 begin = intervalEnd();
        tokens.expectSign(",");
        return closed(literals.interval(begin, intervalEnd()));
    }

    private Cql2 intervalEnd() {
        return tokens.peek().kind() == Kind.TEXT ? literals.end(tokens.take().text()) : sum();
    }

    private Cql2 bbox() {
        List<Cql2> numbers = list(")");
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(numbers.get(i) instanceof Cql2.Numeral number)) {
                throw literals.refused("BBOX has something that is not a number", "write BBOX(west,south,east,north)");
            }
            values[i] = number.value().doubleValue();
        }
        return literals.bbox(values);
    }

    /** Members up to the sign that closes them, which is taken. */
    private List<Cql2> list(String end) {
        List<Cql2> members = new ArrayList<>();
        if (tokens.takeSign(end)) {
            return members;
        }
        do {
            members.add(expression());
        } while (tokens.takeSign(","));
        tokens.expectSign(end);
        return members;
    }

    private Cql2 geometry() {
        int from = tokens.peek().from();
        String wkt = tokens.takeBalanced();
        try {
            return literals.shape(new WKTReader().read(wkt));
        } catch (ParseException | IllegalArgumentException | AssertionFailedException malformed) {
            throw tokens.refused(from, "a geometry is not well-known text: " + malformed.getMessage());
        }
    }
}
