package org.riskmap.ogc.wmts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.riskmap.tile.Tile;
import org.riskmap.tile.TileCache;

/** Sends tiles: with a validator, so that a client that has it already is told so (RFC 9110, 13.1.2). */
public final class TileAnswer {

    private TileAnswer() {}

    /** Answers 304 where the request's {@code If-None-Match} names the tile, else the tile. */
    public static void send(TileCache.Found found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Tile tile = found.tile();
        response.setHeader("ETag", tile.etag());
        response.setHeader(
                "Cache-Control", found.clientSeconds() > 0 ? "max-age=" + found.clientSeconds() : "no-cache");
        response.setHeader("geowebcache-cache-result", found.kept() ? "HIT" : "MISS");
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.strip().equals("*") || known.contains(tile.etag()))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(tile.contentType());
        response.setContentLength(tile.bytes().length);
        response.getOutputStream().write(tile.bytes());
    }
}
