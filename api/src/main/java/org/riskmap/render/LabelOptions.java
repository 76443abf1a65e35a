package org.riskmap.render;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * GeoServer's vendor options of a label, lengths in pixels of the map.
 *
 * @param spaceAround between a label and others; negative lets them overlap
 * @param maxDisplacement how far a label may be moved to find room
 * @param repeat distance between labels along a line; 0 means one label
 * @param group whether features of one label get one
 * @param labelAllGroup whether each part of a group's lines gets one
 * @param followLine whether letters bend with the line
 * @param maxAngleDelta largest angle between letters, degrees
 * @param autoWrap widest line; 0 means never broken
 * @param conflictResolution whether it keeps clear of others
 * @param goodnessOfFit least part of a label that lies in its polygon
 * @param partials whether it may be cut by the picture's edge
 * @param forceLeftToRight whether it is turned so that it can be read
 * @param polygonAlign how else it may be turned where it does not fit into its polygon
 * @param allowOverruns whether a straight label along a line may be longer than it
 * @param minGroupDistance least distance between labels of a group
 * @param kerning whether letters such as AV stand closer
 * @param charSpacing further space between letters
 * @param wordSpacing further space between words
 * @param underlined whether a line runs below it
 * @param struckThrough whether a line runs through it
 * @param shrinkSizeMin least height of letters that it may shrink to where it finds no room; 0 means that it does not shrink
 * @param directions degrees anticlockwise from the right in which it may be moved, in this order; empty means all
 * @param resize how the graphic behind it is made as large as it
 * @param margin between it and the edge of a graphic that is
 */
record LabelOptions(
        double spaceAround,
        double maxDisplacement,
        double repeat,
        boolean group,
        boolean labelAllGroup,
        boolean followLine,
        double maxAngleDelta,
        double autoWrap,
        boolean conflictResolution,
        double goodnessOfFit,
        boolean partials,
        boolean forceLeftToRight,
        Turn polygonAlign,
        boolean allowOverruns,
        double minGroupDistance,
        boolean kerning,
        double charSpacing,
        double wordSpacing,
        boolean underlined,
        boolean struckThrough,
        double shrinkSizeMin,
        List<Integer> directions,
        Resize resize,
        TileMargin margin) {

    /** How a label may be turned that does not lie in its polygon horizontally. */
    enum Turn {
        NONE,
        /** Upright where the polygon is higher than wide. */
        ORTHO,
        /** As the smallest rectangle around the polygon lies. */
        MBR
    }

    /** How a graphic is made as large as the text before it. */
    enum Resize {
        NONE,
        /** Keeping its proportions. */
        PROPORTIONAL,
        STRETCH
    }

    private static final Map<String, Integer> DIRECTIONS =
            Map.of("E", 0, "NE", 45, "N", 90, "NW", 135, "W", 180, "SW", 225, "S", 270, "SE", 315);

    static LabelOptions of(Map<String, String> options, double unit) {
        return new LabelOptions(
                number(options, "spaceAround", 0) * unit,
                number(options, "maxDisplacement", 0) * unit,
                number(options, "repeat", 0) * unit,
                flag(options, "group", false),
                flag(options, "labelAllGroup", false),
                flag(options, "followLine", false),
                number(options, "maxAngleDelta", 22.5),
                number(options, "autoWrap", 0) * unit,
                flag(options, "conflictResolution", true),
                number(options, "goodnessOfFit", .5),
                flag(options, "partials", false),
                flag(options, "forceLeftToRight", true),
                word(options, "polygonAlign", Turn.NONE),
                flag(options, "allowOverruns", true),
                number(options, "minGroupDistance", 0) * unit,
                flag(options, "kerning", true),
                number(options, "charSpacing", 0) * unit,
                Math.max(0, number(options, "wordSpacing", 0)) * unit,
                flag(options, "underlineText", false),
                flag(options, "strikethroughText", false),
                number(options, "fontShrinkSizeMin", 0) * unit,
                directions(options.getOrDefault("displacementMode", "")),
                word(options, "graphic-resize", Resize.NONE),
                TileMargin.of(options, unit));
    }

    /** The font as the options space its letters. */
    Font written(Font font) {
        Map<TextAttribute, Object> attributes = new HashMap<>();
        if (kerning) {
            attributes.put(TextAttribute.KERNING, TextAttribute.KERNING_ON);
        }
        if (charSpacing != 0) {
            attributes.put(TextAttribute.TRACKING, charSpacing / font.getSize2D());
        }
        return attributes.isEmpty() ? font : font.deriveFont(attributes);
    }

    private static List<Integer> directions(String written) {
        List<Integer> degrees = new ArrayList<>();
        for (String word : written.split("[\\s,]+")) {
            Integer known = DIRECTIONS.get(word.toUpperCase(Locale.ROOT));
            if (known != null) {
                degrees.add(known);
            }
        }
        return degrees;
    }

    /** One of a choice's words; the first of the choice where it is missing or another, as GeoServer ignores it. */
    private static <E extends Enum<E>> E word(Map<String, String> options, String name, E absent) {
        for (E each : absent.getDeclaringClass().getEnumConstants()) {
            if (each.name().equalsIgnoreCase(options.getOrDefault(name, "").strip())) {
                return each;
            }
        }
        return absent;
    }

    private static double number(Map<String, String> options, String name, double absent) {
        try {
            return Double.parseDouble(options.getOrDefault(name, Double.toString(absent)));
        } catch (NumberFormatException notANumber) {
            return absent; // GeoServer ignores an option that it cannot read
        }
    }

    private static boolean flag(Map<String, String> options, String name, boolean absent) {
        String value = options.get(name);
        return value == null
                ? absent
                : value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
    }
}
