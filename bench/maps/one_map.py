"""Writes the group one_map of geoserver-data as layers of a MapServer map file: the same tables, rules, symbols and labels.

usage: one_map.py GEOSERVER_DATA >one_map.map     (check.py holds that the file in this folder is what this script writes)
Each FeatureTypeStyle becomes one LAYER, with limits of scale and a filter for PostGIS, so that a layer that shows nothing at a scale
reads nothing; each rule becomes a CLASS. What MapServer has no word for is left out: groups of equal labels, distances of labels
from their lines, and priorities that are a column.
"""

import math
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

POINTS_PER_PIXEL = 0.75  # MapServer's labels are in points of 1/72 inch, at 96 pixels an inch
MARKS = {"circle": "circle", "square": "square", "triangle": "triangle", "star": "star", "cross": "cross", "x": "x"}
GEOMETRY = {"LineSymbolizer": "LINE", "PolygonSymbolizer": "POLYGON", "PointSymbolizer": "POINT"}
DEGREES = 'PROJECTION "proj=longlat" "ellps=GRS80" "no_defs" END'
PRESENT = {"warning": " where now() between time_from and time_to"}  # what a map of a layer with a time shows


def name_of(element):
    return element.tag.rpartition("}")[2]


def child(element, *names):
    for name in names:
        element = next((one for one in element if name_of(one) == name), None) if element is not None else None
    return element


def children(element, *names):
    return [one for one in element if name_of(one) in names]


def parameters(element):
    return {one.get("name"): one.text.strip() for one in element.iter() if name_of(one) == "CssParameter"} if element is not None else {}


def options(element):
    return {one.get("name"): one.text.strip() for one in children(element, "VendorOption")}


def text(element, *names, default=None):
    found = child(element, *names)
    return default if found is None else found.text.strip()


def rgb(colour):
    return " ".join(str(int(colour[at:at + 2], 16)) for at in (1, 3, 5))


class Condition:
    """A filter of a rule, as MapServer's expression and as PostgreSQL's condition; a null is an empty text to MapServer."""

    OPERATORS = {"PropertyIsEqualTo": "=", "PropertyIsGreaterThanOrEqualTo": ">=", "PropertyIsLessThan": "<"}

    def __init__(self, element):
        kind = name_of(element)
        if kind in ("And", "Or"):
            parts = [Condition(one) for one in element]
            word = kind.lower()
            self.sql = "(" + f" {word} ".join(one.sql for one in parts) + ")"
            self.expression = "(" + f" {word} ".join(one.expression for one in parts) + ")"
            values = [one.values for one in parts]
            together = kind == "Or" and all(values) and len({column for column, _ in values}) == 1
            self.values = (values[0][0], [one for _, some in values for one in some]) if together else None
            if self.values:
                self.expression = self.one_of()
        elif kind == "Not":
            inner = Condition(element[0])
            self.sql, self.expression, self.values = f"(not {inner.sql})", f"(not {inner.expression})", None
        elif kind == "PropertyIsNull":
            column = text(element, "PropertyName")
            self.sql, self.expression, self.values = f"({column} is null)", f'("[{column}]" = "")', None
        elif kind == "PropertyIsLike":
            column, pattern = text(element, "PropertyName"), text(element, "Literal")
            like, expression = pattern.replace("*", "%"), re.sub(r"^\^\*", "", re.sub(r"\*\$$", "", "^" + pattern + "$"))
            self.sql, self.expression, self.values = f"({column} like '{like}')", f'("[{column}]" ~ "{expression}")', None
        else:
            column, value = text(element, "PropertyName"), text(element, "Literal")
            equal = kind == "PropertyIsEqualTo"
            self.values = (column, [value]) if equal else None
            self.sql = f"({column} {self.OPERATORS[kind]} '{value}')"
            self.expression = f'("[{column}]" = "{value}")' if equal else f"([{column}] {self.OPERATORS[kind]} {value})"

    def one_of(self):
        column, values = self.values
        return f'("[{column}]" in "{",".join(values)}")'


def condition(rule):
    found = child(rule, "Filter")
    return None if found is None else Condition(found[0])


def stroke_style(stroke, colour_word):
    given = parameters(stroke)
    words = [f"{colour_word} {rgb(given['stroke'])}", f"WIDTH {given.get('stroke-width', '1')}"]
    if "stroke-dasharray" in given:
        words.append(f"PATTERN {given['stroke-dasharray']} END")
    words.append(f"LINECAP {given.get('stroke-linecap', 'butt').upper()} LINEJOIN {given.get('stroke-linejoin', 'miter').upper()}")
    return words + opacity(given.get("stroke-opacity"))


def opacity(share):
    return [] if share is None or float(share) == 1 else [f"OPACITY {round(float(share) * 100)}"]


def polygon_styles(symbolizer):
    fill, stroke = child(symbolizer, "Fill"), child(symbolizer, "Stroke")
    if child(fill, "GraphicFill") is not None:
        graphic = child(fill, "GraphicFill", "Graphic")
        given, size = parameters(child(graphic, "Mark", "Stroke")), float(text(graphic, "Size"))
        angles = {"shape://slash": (45,), "shape://times": (45, 135)}[text(graphic, "Mark", "WellKnownName")]
        for angle in angles:
            yield [f'SYMBOL "hatch" ANGLE {angle} SIZE {size / math.sqrt(2):.2f} WIDTH {given["stroke-width"]}',
                   f"COLOR {rgb(given['stroke'])}", *opacity(given.get("stroke-opacity"))]
    elif fill is not None:
        given = parameters(fill)
        yield [f"COLOR {rgb(given['fill'])}", *opacity(given.get("fill-opacity"))]
    if stroke is not None:
        yield stroke_style(stroke, "OUTLINECOLOR")


def point_style(symbolizer):
    graphic = child(symbolizer, "Graphic")
    mark = child(graphic, "Mark")
    words = [f'SYMBOL "{MARKS[text(mark, "WellKnownName")]}" SIZE {text(graphic, "Size")}']
    if child(mark, "Fill") is not None:
        words.append(f"COLOR {rgb(parameters(child(mark, 'Fill'))['fill'])}")
    if child(mark, "Stroke") is not None:
        stroke = parameters(child(mark, "Stroke"))
        words.append(f"OUTLINECOLOR {rgb(stroke['stroke'])} WIDTH {stroke.get('stroke-width', '1')}")
    rotation = text(graphic, "Rotation")
    return words + ([f"ANGLE {-float(rotation):g}"] if rotation else [])


def styles(rule):
    for symbolizer in rule:
        kind = name_of(symbolizer)
        if kind == "LineSymbolizer":
            yield stroke_style(child(symbolizer, "Stroke"), "COLOR")
        elif kind == "PolygonSymbolizer":
            yield from polygon_styles(symbolizer)
        elif kind == "PointSymbolizer":
            yield point_style(symbolizer)


def label(symbolizer):
    given, more = parameters(child(symbolizer, "Font")), options(symbolizer)
    halo = child(symbolizer, "Halo")
    bold = given.get("font-weight") == "bold"
    words = ["TYPE TRUETYPE", f'FONT "{"noto-bold" if bold else "noto"}"', f"SIZE {float(given['font-size']) * POINTS_PER_PIXEL:g}", 'ENCODING "UTF-8"',
             f"COLOR {rgb(parameters(child(symbolizer, 'Fill'))['fill'])}", f"OUTLINECOLOR {rgb(parameters(child(halo, 'Fill'))['fill'])}",
             f"OUTLINEWIDTH {round(2 * float(text(halo, 'Radius')))}", f"BUFFER {more.get('spaceAround', 0)}",
             f"PARTIALS {'FALSE' if more.get('partials') == 'false' else 'TRUE'}"]
    priority = text(symbolizer, "Priority")
    if priority:
        words.append(f"PRIORITY {max(1, min(10, round(float(priority) / 100)))}")
    if child(symbolizer, "LabelPlacement", "LinePlacement") is not None:
        words.append(f"ANGLE FOLLOW MAXOVERLAPANGLE {more.get('maxAngleDelta', 22.5)}")
    else:
        place = child(symbolizer, "LabelPlacement", "PointPlacement")
        words.append(position(place))
    if "repeat" in more:
        words.append(f"REPEATDISTANCE {more['repeat']}")
    return words


def position(place):
    anchor = tuple(float(text(place, "AnchorPoint", axis, default="0.5")) for axis in ("AnchorPointX", "AnchorPointY"))
    x, y = (float(text(place, "Displacement", axis, default="0")) for axis in ("DisplacementX", "DisplacementY"))
    word = {(0.5, 0.5): "CC", (0.0, 0.5): "CR", (0.5, 1.0): "LC", (0.5, 0.0): "UC"}[anchor]
    return f"POSITION {word} OFFSET {x:g} {-y:g}"


def scales(rule):
    return float(text(rule, "MinScaleDenominator", default="0")), float(text(rule, "MaxScaleDenominator", default="inf"))


def scale_words(least, most):
    return ([f"MINSCALEDENOM {least:g}"] if least > 0 else []) + ([f"MAXSCALEDENOM {most:.0f}"] if most < math.inf else [])


def klass(rule, column):
    """A rule as CLASS; where all rules look at one column, its values are given as a list, MapServer's quickest form."""
    given = condition(rule)
    lines = ["CLASS"]
    if given is not None:
        one_column = given.values is not None and given.values[0] == column
        values = given.values[1] if one_column else []
        lines.append("  EXPRESSION " + (f'"{values[0]}"' if len(values) == 1 else "{" + ",".join(values) + "}" if values else given.expression))
    lines += ["  " + word for word in scale_words(*scales(rule))]
    lines += [f"  STYLE {' '.join(words)} END" for words in styles(rule)]
    for symbolizer in children(rule, "TextSymbolizer"):
        lines.append(f'  TEXT "[{text(symbolizer, "Label", "PropertyName")}]"')
        lines.append(f"  LABEL {' '.join(label(symbolizer))} END")
    return lines + ["END"]


def in_order(rules):
    """Nulls first, since MapServer takes them for 0, and the rule for all others last: the first class that fits is taken."""
    def rank(rule):
        given = condition(rule)
        return 2 if given is None else 0 if given.expression.endswith('= "")') and "not" not in given.expression else 1
    return sorted(rules, key=rank)


def layer(name, number, style, geometry):
    rules = in_order(children(style, "Rule"))
    conditions = [condition(rule) for rule in rules]
    columns = sorted({one.text.strip() for rule in rules for one in rule.iter() if name_of(one) == "PropertyName"})
    equal = {one.values[0] for one in conditions if one is not None and one.values}
    column = equal.pop() if len(equal) == 1 else None
    ranges = [scales(rule) for rule in rules]
    lines = [f'NAME "{name}-{number}"', f'GROUP "{name}"', f"TYPE {geometry}", "STATUS ON", "CONNECTIONTYPE POSTGIS", 'CONNECTION "@CONNECTION@"',
             f'DATA "geom from (select {", ".join(["id", "geom", *columns])} from risk.{name}{PRESENT.get(name, "")}) as t using unique id using srid=4490"',
             'PROCESSING "CLOSE_CONNECTION=DEFER"']
    if all(one is not None for one in conditions):
        lines.append(f'PROCESSING "NATIVE_FILTER={" or ".join(dict.fromkeys(one.sql for one in conditions))}"')
    lines += scale_words(min(least for least, _ in ranges), max(most for _, most in ranges))
    lines += ["EXTENT 117 25 123 31", DEGREES, f'METADATA "wms_title" "{name}" "wms_srs" "EPSG:3857" END']
    if column is not None:
        lines.append(f'CLASSITEM "{column}"')
    for rule in rules:
        lines += klass(rule, column)
    return ["LAYER", *("  " + line for line in lines), "END"]


def raster(style):
    entries = [(int(one.get("quantity")), rgb(one.get("color"))) for one in style.iter() if name_of(one) == "ColorMapEntry"][1:]
    lines = ['NAME "hillshade"', "TYPE RASTER", "STATUS ON", 'DATA "@RASTERS@/hillshade.tif"', 'PROCESSING "RESAMPLE=BILINEAR"', "OFFSITE 0 0 0",
             'PROJECTION "AUTO" END', 'METADATA "wms_title" "hillshade" "wms_srs" "EPSG:3857" END', 'CLASSITEM "[pixel]"']
    for (low, first), (high, last) in zip(entries, entries[1:]):
        lines += ["CLASS", f"  EXPRESSION ([pixel] >= {low} and [pixel] {'<' if high < 255 else '<='} {high})",
                  f"  STYLE COLORRANGE {first} {last} DATARANGE {low} {high} END", "END"]
    return ["LAYER", *("  " + line for line in lines), "END"]


def group(data):
    place = data / "workspaces/risk/layergroups/one_map.xml"
    return [one.text.removeprefix("layer-") for one in ElementTree.parse(place).getroot().find("publishables").iter("id")]


def layers(data):
    for name in group(data):
        tree = ElementTree.parse(data / "styles" / f"{name}.sld").getroot()
        parts = [one for one in tree.iter() if name_of(one) == "FeatureTypeStyle"]
        if name == "hillshade":
            yield from raster(parts[0])
            continue
        geometry = next(GEOMETRY[name_of(one)] for part in parts for one in part.iter() if name_of(one) in GEOMETRY)
        for number, part in enumerate(parts):
            yield from layer(name, number, part, geometry)


def map_file(data):
    head = pathlib.Path(__file__).with_name("one_map_head.map").read_text(encoding="utf-8")
    return head + "".join(f"  {line}\n" for line in layers(data)) + "END\n"


def main():
    sys.stdout.write(map_file(pathlib.Path(sys.argv[1])))


if __name__ == "__main__":
    main()
