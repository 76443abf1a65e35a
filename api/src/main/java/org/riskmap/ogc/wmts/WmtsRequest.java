package org.riskmap.ogc.wmts;

import java.util.List;
import java.util.Optional;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.Kvp;
import org.riskmap.tile.GridSubset;
import org.riskmap.tile.TileLayer;
import org.riskmap.tile.TileMatrix;

/** What a WMTS request asks for (OGC 07-057r7). */
sealed interface WmtsRequest {

    /** Those of the map service, which answers. */
    List<String> INFO_FORMATS = List.of(
            "text/plain",
            "text/html",
            "application/json",
            "application/geo+json",
            "application/vnd.ogc.gml",
            "text/xml",
            "application/vnd.ogc.gml/3.1.1");

    record GetCapabilities() implements WmtsRequest {}

    record GetTile(TileQuery query) implements WmtsRequest {}

    /** Columns and rows of pixels from the tile's upper left, from 0. */
    record GetFeatureInfo(TileQuery query, int column, int row, String format) implements WmtsRequest {}

    /** By parameters (07-057r7, 8). */
    static WmtsRequest parse(Kvp kvp, Offer offer) {
        kvp.text("SERVICE").filter(service -> !service.equalsIgnoreCase("WMTS")).ifPresent(other -> {
            throw TileFailure.invalid("SERVICE", "There is no service " + other + " here; ask for WMTS");
        });
        String operation = kvp.text("REQUEST").orElseThrow(() -> TileFailure.missing("REQUEST"));
        return switch (operation.toLowerCase(java.util.Locale.ROOT)) {
            case "getcapabilities" -> capabilities(kvp);
            case "gettile" -> {
                version(kvp);
                yield new GetTile(query(kvp, offer, kvp.required("FORMAT")).checked());
            }
            case "getfeatureinfo" -> {
                version(kvp);
                yield info(kvp, offer);
            }
            default ->
                throw new TileFailure(
                        TileFailure.Code.OPERATION_NOT_SUPPORTED, "REQUEST", "There is no operation " + operation);
        };
    }

    private static WmtsRequest capabilities(Kvp kvp) {
        List<String> accepted = kvp.list("ACCEPTVERSIONS");
        if (!accepted.isEmpty() && !accepted.contains("1.0.0")) {
            throw new TileFailure(
                    TileFailure.Code.VERSION_NEGOTIATION_FAILED, "ACCEPTVERSIONS", "Only version 1.0.0 is answered");
        }
        return new GetCapabilities();
    }

    private static void version(Kvp kvp) {
        kvp.text("VERSION").filter(version -> !version.equals("1.0.0")).ifPresent(version -> {
            throw TileFailure.invalid("VERSION", "VERSION=" + version + " is not answered; ask for 1.0.0");
        });
    }

    private static WmtsRequest info(Kvp kvp, Offer offer) {
        TileQuery query = query(kvp, offer, "image/png").checked();
        String format = kvp.text("INFOFORMAT")
                .or(() -> kvp.text("INFO_FORMAT"))
                .orElseThrow(() -> TileFailure.missing("INFOFORMAT"));
        return new GetFeatureInfo(
                query, pixel("I", kvp.required("I")), pixel("J", kvp.required("J")), infoFormat("INFOFORMAT", format));
    }

    private static String infoFormat(String parameter, String name) {
        if (!INFO_FORMATS.contains(name)) {
            throw TileFailure.invalid(
                    parameter, "There is no answer as " + name + "; ask for one of " + String.join(", ", INFO_FORMATS));
        }
        return name;
    }

    private static TileQuery query(Kvp kvp, Offer offer, String format) {
        TileLayer layer = offer.layer(kvp.required("LAYER"));
        GridSubset grid = Offer.grid(layer, kvp.required("TILEMATRIXSET"));
        TileMatrix matrix = Offer.matrix(grid, kvp.required("TILEMATRIX"));
        int row = number("TILEROW", kvp.required("TILEROW"));
        int column = number("TILECOL", kvp.required("TILECOL"));
        return new TileQuery(
                layer,
                grid,
                matrix,
                column,
                row,
                look(layer, kvp.text("STYLE").orElse(""), kvp, Offer.format(layer, format)));
    }

    /** Time and filter hold for addresses of every form. */
    static TileQuery.LookRequest look(TileLayer layer, String style, Kvp kvp, TileFormat format) {
        Optional<String> filter = kvp.text("CQL_FILTER");
        if (filter.isPresent() && filter.get().length() > 8000) {
            throw new InvalidInput("CQL_FILTER", "it is longer than 8000 letters", "ask the map service");
        }
        return TileQuery.LookRequest.of(Offer.style(layer, style), kvp.text("TIME"), filter, format);
    }

    static int number(String parameter, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw TileFailure.invalid(parameter, parameter + "=" + text + " is not a whole number");
        }
    }

    static int pixel(String parameter, String text) {
        int pixel = number(parameter, text);
        if (pixel < 0 || pixel >= org.riskmap.tile.TileMatrix.TILE_PX) {
            throw new TileFailure(
                    TileFailure.Code.POINT_OUT_OF_RANGE,
                    parameter,
                    parameter + "=" + text + " is not a pixel of the tile, 0 to "
                            + (org.riskmap.tile.TileMatrix.TILE_PX - 1));
        }
        return pixel;
    }

    /**
     * By address (07-057r7, 10), as GeoWebCache writes it below {@code rest}:
     * {@code layer[/style]/set/matrix/row/column[/j/i]}, the format as a parameter.
     */
    static WmtsRequest parse(List<String> path, Kvp kvp, Offer offer) {
        if (path.size() == 1 && path.get(0).equals("WMTSCapabilities.xml")) {
            return new GetCapabilities();
        }
        int parts = path.size();
        if (parts < 5 || parts > 8) {
            throw new TileFailure(TileFailure.Code.NOT_FOUND, null, "There is nothing at this address");
        }
        boolean styled = parts % 2 == 0;
        int at = styled ? 2 : 1;
        TileLayer layer = offer.layer(path.get(0));
        GridSubset grid = Offer.grid(layer, path.get(at));
        TileMatrix matrix = Offer.matrix(grid, path.get(at + 1));
        int row = number("TILEROW", path.get(at + 2));
        int column = number("TILECOL", path.get(at + 3));
        String style = styled ? path.get(1) : "";
        String format = kvp.text("FORMAT").orElseThrow(() -> TileFailure.missing("FORMAT"));
        boolean info = parts > 6;
        TileFormat written = info ? TileFormat.PNG : Offer.format(layer, format);
        TileQuery query = new TileQuery(layer, grid, matrix, column, row, look(layer, style, kvp, written)).checked();
        return info
                ? new GetFeatureInfo(
                        query, pixel("I", path.get(at + 5)), pixel("J", path.get(at + 4)), infoFormat("FORMAT", format))
                : new GetTile(query);
    }
}
