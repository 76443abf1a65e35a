package org.riskmap.ogc.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.wmts.TileFormat;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What a request for a tile says besides the tile.
 *
 * @param format of the tile
 * @param time as the map service reads it
 */
record TileParameters(TileFormat format, Optional<String> time) {

    private static final List<String> KNOWN = List.of("f", "datetime");

    /** @throws InvalidInput naming the parameter that is wrong or that nobody reads */
    static TileParameters of(HttpServletRequest request, Kind kind) {
        for (String name : request.getParameterMap().keySet()) {
            if (!KNOWN.contains(name)) {
                throw new InvalidInput(
                        name, "there is no parameter of this name here", "the parameters are f, datetime");
            }
        }
        return new TileParameters(format(request, kind), time(request));
    }

    private static TileFormat format(HttpServletRequest request, Kind kind) {
        String asked = request.getParameter("f");
        if (asked == null || asked.isBlank()) {
            return accepted(request.getHeader("Accept"), kind);
        }
        return kind.formats().stream()
                .filter(format -> asked.equals(format.extension())
                        || TileFormat.named(asked).filter(format::equals).isPresent()
                        || format == TileFormat.VECTOR && asked.equals("mvt"))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "f",
                        "there are no such tiles as " + asked,
                        "ask for one of "
                                + String.join(
                                        ", ",
                                        kind.formats().stream()
                                                .map(TileFormat::mediaType)
                                                .toList())));
    }

    /** The format that the client likes best of those there are; the first where it names none of them. */
    private static TileFormat accepted(String accept, Kind kind) {
        TileFormat standard = kind.formats().get(0);
        if (accept == null) {
            return standard;
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .sorted(java.util.Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .flatMap(type -> kind.formats().stream()
                            .filter(format -> type.includes(MediaType.parseMediaType(format.mediaType()))))
                    .findFirst()
                    .orElse(standard);
        } catch (InvalidMediaTypeException unreadable) {
            return standard; // a header that says nothing readable asks for nothing
        }
    }

    private static Optional<String> time(HttpServletRequest request) {
        String datetime = request.getParameter("datetime");
        if (datetime == null || datetime.isBlank()) {
            return Optional.empty();
        }
        if (datetime.contains("..") || datetime.startsWith("/") || datetime.endsWith("/")) {
            throw new InvalidInput(
                    "datetime", "'" + datetime + "' has an open end", "give a moment, or a range with both ends");
        }
        return Optional.of(datetime.strip());
    }
}
