package org.riskmap.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers GetMap requests with {@code TILED=true} from tiles. */
public interface TiledMaps {

    /**
     * Sends a tile where the request is for one.
     *
     * @return whether it was answered; if not, nothing was sent and the map service does
     * @throws IOException where the client went away
     */
    boolean answer(OgcRequest request, HttpServletRequest http, HttpServletResponse response) throws IOException;
}
