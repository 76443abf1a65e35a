package org.riskmap.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riskmap.kernel.InvalidInput;

/** CQL2 text cut into words, texts, numbers and signs, with a place to read on from. */
final class Cql2Tokens {

    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /**
     * @param text without its quotes
     * @param from the first character's place in the whole
     * @param to the place after the last character
     */
    record Token(Kind kind, String text, int from, int to) {}

    private static final String NAME_START = ":_\\p{L}\\p{Nl}";
    private static final Pattern TOKEN = Pattern.compile("(?<word>[" + NAME_START + "][" + NAME_START
            + "\\p{M}\\p{Nd}.\u203F\u2040]*)"
            + "|\"(?<name>(?:[^\"]|\"\")++)\""
            + "|'(?<text>(?:[^'\\\\]|''|\\\\.)*+)'"
            + "|(?<number>(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)"
            + "|(?<sign><>|<=|>=|[<>=+\\-*/^%(),\\[\\]])");

    private final String input;
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Cql2Tokens(String input, String source) {
        this.input = input;
        this.source = source;
        Matcher matcher = TOKEN.matcher(source);
        int at = afterSpace(0);
        while (at < source.length()) {
            matcher.region(at, source.length());
            if (!matcher.lookingAt()) {
                throw refused(at, "'" + source.charAt(at) + "' belongs to nothing that CQL2 has");
            }
            tokens.add(token(matcher));
            at = afterSpace(matcher.end());
        }
        tokens.add(new Token(Kind.END, "", source.length(), source.length()));
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Token token(Matcher found) {
        int from = found.start();
        int to = found.end();
        if (found.group("word") != null) {
            return new Token(Kind.WORD, found.group("word"), from, to);
        }
        if (found.group("name") != null) {
            return new Token(Kind.QUOTED_NAME, found.group("name").replace("\"\"", "\""), from, to);
        }
        if (found.group("text") != null) {
            return new Token(Kind.TEXT, unquoted(found.group("text")), from, to);
        }
        return found.group("number") != null
                ? new Token(Kind.NUMBER, found.group("number"), from, to)
                : new Token(Kind.SIGN, found.group("sign"), from, to);
    }

    /** Two quotes are one, and so is one after a backslash; any other backslash stays, as patterns need it. */
    private static String unquoted(String text) {
        return text.replace("''", "'").replace("\\'", "'");
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean isWord(String word) {
        return peek().kind() == Kind.WORD && peek().text().equalsIgnoreCase(word);
    }

    boolean isSign(String sign) {
        return peek().kind() == Kind.SIGN && peek().text().equals(sign);
    }

    /** Whether a word with a bracket after it comes next, as a function has it. */
    boolean isCall() {
        Token second = peekSecond();
        return peek().kind() == Kind.WORD
                && second.kind() == Kind.SIGN
                && second.text().equals("(");
    }

    boolean takeWord(String word) {
        boolean found = isWord(word);
        next += found ? 1 : 0;
        return found;
    }

    boolean takeSign(String sign) {
        boolean found = isSign(sign);
        next += found ? 1 : 0;
        return found;
    }

    void expectSign(String sign) {
        if (!takeSign(sign)) {
            throw unexpected("'" + sign + "'");
        }
    }

    void expectWord(String word) {
        if (!takeWord(word)) {
            throw unexpected(word);
        }
    }

    /** The source from the next token to the bracket that closes the first one after it. */
    String takeBalanced() {
        int from = peek().from();
        int depth = 0;
        while (peek().kind() != Kind.END) {
            Token token = take();
            if (token.kind() == Kind.SIGN && token.text().equals("(")) {
                depth++;
            } else if (token.kind() == Kind.SIGN && token.text().equals(")") && --depth <= 0) {
                return source.substring(from, token.to());
            }
            if (depth > EcqlReader.DEEPEST) {
                throw EcqlReader.tooDeep(input);
            }
        }
        throw unexpected("')'");
    }

    InvalidInput unexpected(String wanted) {
        Token found = peek();
        String what = found.kind() == Kind.END ? "the text ends" : "'" + shortened(found.text()) + "' stands";
        return refused(found.from(), what + " where " + wanted + " should be");
    }

    InvalidInput refused(int at, String why) {
        return new InvalidInput(
                input,
                String.format(Locale.ROOT, "it is not CQL2 text: at character %d %s", at + 1, why),
                "names that are not plain words stand in double quotes, texts in single quotes; for JSON say"
                        + " filter-lang=cql2-json");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
