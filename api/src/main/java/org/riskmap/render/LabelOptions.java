package org.riskmap.render;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.HashMap;
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
 * @param polygonAlign whether it is turned as its polygon lies
 * @param allowOverruns whether a straight label along a line may be longer than it
 * @param minGroupDistance least distance between labels of a group
 * @param kerning whether letters such as AV stand closer
 * @param charSpacing further space between letters
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
        boolean polygonAlign,
        boolean allowOverruns,
        double minGroupDistance,
        boolean kerning,
        double charSpacing) {

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
                options.getOrDefault("polygonAlign", "none").equalsIgnoreCase("mbr"),
                flag(options, "allowOverruns", true),
                number(options, "minGroupDistance", 0) * unit,
                flag(options, "kerning", true),
                number(options, "charSpacing", 0) * unit);
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
