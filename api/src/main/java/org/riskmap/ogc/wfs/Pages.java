package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;

/**
 * Links from one page of an answer to its neighbours (ISO 19142, 7.7.4.4).
 *
 * @param next null where there is none
 * @param previous null where there is none
 */
record Pages(@Nullable String next, @Nullable String previous) {

    private static final Pages NONE = new Pages(null, null);

    /**
     * @param matched features that the request finds
     * @param returned features on this page
     */
    static Pages of(WfsRequest.GetFeature request, long matched, long returned) {
        PageLinks links = request.links();
        if (links == null || !request.version().is2()) {
            return NONE;
        }
        return request.hits()
                ? new Pages(links.at(0, request.count()), null)
                : new Pages(next(links, request, matched, returned), previous(links, request));
    }

    private static @Nullable String next(PageLinks links, WfsRequest.GetFeature request, long matched, long returned) {
        long end = request.startIndex() + returned;
        boolean more = returned > 0 && end < matched;
        return more ? links.at(end, request.count() == null ? Long.valueOf(returned) : request.count()) : null;
    }

    private static @Nullable String previous(PageLinks links, WfsRequest.GetFeature request) {
        if (request.startIndex() == 0) {
            return null;
        }
        Long count = request.count();
        long page = count == null ? request.startIndex() : count;
        long start = Math.max(0, request.startIndex() - page);
        return links.at(start, Math.min(page, request.startIndex() - start));
    }
}
