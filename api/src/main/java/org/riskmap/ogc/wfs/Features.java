package org.riskmap.ogc.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.kernel.Reprojection;
import org.riskmap.layer.FeatureCounts;
import org.riskmap.layer.FeatureCursor;
import org.riskmap.layer.FeatureReader;
import org.riskmap.ogc.Gml;
import org.riskmap.ogc.TextOut;
import org.springframework.http.ContentDisposition;

/** GetFeature, GetFeatureById and GetPropertyValue: request to queries, queries to features, features to text as they come. */
final class Features {

    private static final Pattern GML_ID = Pattern.compile("(.*/)?@(\\w+:)?id");
    private static final int BUFFER_BYTES = 1 << 16;

    private final FeatureReader reader;
    private final WfsSettings settings;
    private final Queries queries;
    private final Endpoint endpoint;

    Features(FeatureReader reader, FeatureCounts counts, WfsSettings settings, FeatureTypes types, Endpoint endpoint) {
        this.reader = reader;
        this.settings = settings;
        this.queries = new Queries(reader, counts, settings, types);
        this.endpoint = endpoint;
    }

    void answer(WfsRequest.GetFeature request, HttpServletResponse response) throws IOException {
        OutputFormat format = OutputFormat.of(request.outputFormat(), request.version());
        Answer answer = answerTo(format.onlySystem() == null ? request : request.in(format.onlySystem()));
        String type = request.hits()
                        && request.outputFormat() == null
                        && request.version().is2()
                ? "text/xml"
                : format.contentType(request.outputFormat());
        TextOut out = open(response, type);
        name(response, format, answer);
        try (FeatureEncoder encoder = format.encoder(out, response.getOutputStream(), answer)) {
            encoder.begin(answer);
            for (AnswerPart part : answer.parts()) {
                encoder.beginPart(part);
                if (!request.hits()) {
                    each(part, encoder::feature);
                }
                encoder.endPart();
            }
            encoder.end();
        }
        out.finish();
    }

    void value(WfsRequest.GetPropertyValue request, HttpServletResponse response) throws IOException {
        WfsRequest.GetFeature features = request.features();
        boolean ids = GML_ID.matcher(request.valueReference()).matches();
        String property = ids ? "" : KvpQueries.plain(request.valueReference());
        List<WfsRequest.Query> asked = features.queries().stream()
                .map(query -> ids ? query : queries.only(query, property))
                .toList();
        Answer answer = answerTo(new WfsRequest.GetFeature(
                features.version(),
                asked,
                features.hits(),
                features.startIndex(),
                features.count(),
                null,
                features.links()));
        TextOut out = open(response, "text/xml");
        GmlEncoder encoder = new GmlEncoder(out, Gml.Dialect.GML32, answer);
        encoder.beginValues();
        for (AnswerPart part : answer.parts()) {
            if (!features.hits()) {
                each(part, ids ? (feature, geometry) -> encoder.id(feature) : encoder::value);
            }
        }
        encoder.end();
        out.finish();
    }

    void byId(WfsRequest.GetFeatureById request, HttpServletResponse response) throws IOException {
        String id = request.id();
        WfsFailure notFound = new WfsFailure(WfsFailure.Code.NOT_FOUND, "id", "There is no feature '" + id + "'");
        OutputFormat format = OutputFormat.of(request.outputFormat(), request.version());
        AnswerPart part = partOfId(id, request.version(), format.onlySystem(), notFound);
        try (FeatureCursor cursor = reader.read(part.layer(), part.query())) {
            if (!cursor.next()) {
                throw notFound;
            }
            Feature feature = cursor.feature();
            Geometry geometry = shown(part, feature);
            Answer answer = new Answer(request.version(), List.of(part), now(), endpoint, null, null, false);
            TextOut out = open(response, format.contentType(request.outputFormat()));
            if (format == OutputFormat.GML32) {
                new GmlEncoder(out, Gml.Dialect.GML32, answer).alone(feature, geometry);
            } else {
                name(response, format, answer);
                try (FeatureEncoder encoder = format.encoder(out, response.getOutputStream(), answer)) {
                    encoder.begin(answer);
                    encoder.beginPart(part);
                    encoder.feature(feature, geometry);
                    encoder.endPart();
                    encoder.end();
                }
            }
            out.finish();
        }
    }

    private AnswerPart partOfId(String id, WfsVersion version, @Nullable String srsName, WfsFailure notFound) {
        int dot = id.indexOf('.');
        if (dot < 1) {
            throw notFound;
        }
        WfsRequest.Query query = new WfsRequest.Query(
                new WfsRequest.TypeName(id.substring(0, dot), java.util.Map.of()),
                Filter.INCLUDE,
                null,
                List.of(id),
                null,
                List.of(),
                srsName,
                false);
        try {
            return queries.part(query, version, 0, 1L, false);
        } catch (WfsFailure unknownType) {
            throw notFound;
        }
    }

    private Answer answerTo(WfsRequest.GetFeature request) {
        if (request.queries().size() > settings.maxQueries()) {
            throw WfsFailure.invalid("typeNames", "More than " + settings.maxQueries() + " queries in one request");
        }
        List<AnswerPart> parts = new ArrayList<>();
        long skip = request.startIndex();
        long left = Math.min(request.count() == null ? Long.MAX_VALUE : request.count(), settings.maxFeatures());
        for (WfsRequest.Query query : request.queries()) {
            AnswerPart part = queries.part(query, request.version(), skip, left, request.hits());
            parts.add(part);
            skip = Math.max(0, skip - part.matched());
            left -= part.returned();
        }
        long matched = parts.stream().mapToLong(AnswerPart::matched).sum();
        long returned = parts.stream().mapToLong(AnswerPart::returned).sum();
        Pages pages = Pages.of(request, matched, returned);
        return new Answer(request.version(), parts, now(), endpoint, pages.next(), pages.previous(), request.hits());
    }

    /** What takes one feature and its geometry as it is to be shown. */
    private interface Taker {
        void take(Feature feature, @Nullable Geometry geometry);
    }

    private void each(AnswerPart part, Taker taker) {
        if (part.returned() == 0) {
            return;
        }
        try (FeatureCursor cursor = reader.read(part.layer(), part.query())) {
            while (cursor.next()) {
                taker.take(cursor.feature(), shown(part, cursor.feature()));
            }
        }
    }

    private static @Nullable Geometry shown(AnswerPart part, Feature feature) {
        Geometry geometry = feature.geometry();
        if (geometry == null || part.geometry() == null) {
            return null;
        }
        try {
            return Reprojection.between(part.layer().nativeCrs(), part.crs().crs())
                    .apply(geometry);
        } catch (InvalidInput outside) {
            throw WfsFailure.invalid("srsName", "feature " + part.featureId(feature.id()) + ": " + outside.problem());
        }
    }

    /** A name to save the answer under, as GeoServer gives it. */
    private static void name(HttpServletResponse response, OutputFormat format, Answer answer) {
        if (format.ending() != null) {
            String name =
                    answer.parts().size() == 1 ? answer.parts().get(0).layer().name() : "features";
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(name + format.ending(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
        }
    }

    private static TextOut open(HttpServletResponse response, String contentType) throws IOException {
        response.setBufferSize(BUFFER_BYTES);
        response.setContentType(contentType);
        return new TextOut(response.getOutputStream());
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
