package org.riskmap.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One service behind {@code /geoserver/ows}; a bean of this type is found by its name. */
public interface OgcService {

    /** Upper case, as SERVICE says: {@code WMS}. */
    String name();

    /**
     * Answers a request, errors included: a service writes its own kind of exception report and throws only what it did
     * not foresee.
     *
     * @throws IOException where the client went away
     */
    void handle(OgcRequest request, HttpServletResponse response) throws IOException;
}
