package org.riskmap.filter;

import java.util.regex.Pattern;
import org.geotools.api.filter.PropertyIsLike;

/** A pattern of PropertyIsLike, in SQL's and in Java's words. An escape at the end stands for itself. */
final class LikePattern {

    private final PropertyIsLike like;

    LikePattern(PropertyIsLike like) {
        this.like = like;
    }

    private interface Words {
        void many();

        void one();

        void itself(char c);
    }

    private void say(Words words) {
        String literal = like.getLiteral();
        char many = first(like.getWildCard());
        char one = first(like.getSingleChar());
        char escape = first(like.getEscape());
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == escape && i + 1 < literal.length()) {
                words.itself(literal.charAt(++i));
            } else if (c == many) {
                words.many();
            } else if (c == one) {
                words.one();
            } else {
                words.itself(c);
            }
        }
    }

    private static char first(String sign) {
        return sign.isEmpty() ? 0 : sign.charAt(0);
    }

    /** For {@code LIKE … ESCAPE '\'}. */
    String sql() {
        StringBuilder pattern = new StringBuilder();
        say(new Words() {
            @Override
            public void many() {
                pattern.append('%');
            }

            @Override
            public void one() {
                pattern.append('_');
            }

            @Override
            public void itself(char c) {
                if (c == '%' || c == '_' || c == '\\') {
                    pattern.append('\\');
                }
                pattern.append(c);
            }
        });
        return pattern.toString();
    }

    Pattern regex() {
        StringBuilder pattern = new StringBuilder();
        say(new Words() {
            @Override
            public void many() {
                pattern.append(".*");
            }

            @Override
            public void one() {
                pattern.append('.');
            }

            @Override
            public void itself(char c) {
                boolean plain = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
                pattern.append(plain ? String.valueOf(c) : "\\" + c);
            }
        });
        int flags = like.isMatchingCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(pattern.toString(), Pattern.DOTALL | flags);
    }
}
