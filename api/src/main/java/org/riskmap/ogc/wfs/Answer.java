package org.riskmap.ogc.wfs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a whole answer.
 *
 * @param version of the request
 * @param parts at least one
 * @param timeStamp ISO 8601
 * @param endpoint that was asked, for links to schemas
 * @param next page; null where there is none
 * @param previous page; null where there is none
 * @param hits whether only the number is asked for
 */
record Answer(
        WfsVersion version,
        List<AnswerPart> parts,
        String timeStamp,
        Endpoint endpoint,
        @Nullable String next,
        @Nullable String previous,
        boolean hits) {

    long matched() {
        return parts.stream().mapToLong(AnswerPart::matched).sum();
    }

    long returned() {
        return hits ? 0 : parts.stream().mapToLong(AnswerPart::returned).sum();
    }
}
