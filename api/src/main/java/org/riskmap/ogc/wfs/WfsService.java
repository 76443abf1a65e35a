package org.riskmap.ogc.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.layer.FeatureCounts;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.FeatureWriter;
import org.riskmap.ogc.BadParameter;
import org.riskmap.ogc.Gml;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.OgcRequest;
import org.riskmap.ogc.OgcService;
import org.riskmap.ogc.Schemas;
import org.riskmap.ogc.TextOut;
import org.riskmap.ogc.UpdateSequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

/** The feature service behind {@code /geoserver/wfs}. */
final class WfsService implements OgcService {

    private static final Logger LOG = LoggerFactory.getLogger(WfsService.class);

    private final CatalogSource catalog;
    private final FeatureReader reader;
    private final FeatureCounts counts;
    private final FeatureWriter writer;
    private final WfsSettings settings;
    private final LayerBoxes boxes;

    WfsService(
            CatalogSource catalog,
            FeatureReader reader,
            FeatureCounts counts,
            FeatureWriter writer,
            LayerBoxes boxes,
            WfsSettings settings) {
        this.catalog = catalog;
        this.reader = reader;
        this.counts = counts;
        this.writer = writer;
        this.settings = settings;
        this.boxes = boxes;
    }

    @Override
    public String name() {
        return "WFS";
    }

    @Override
    public void handle(OgcRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] body = request.body();
            WfsRequest asked =
                    body == null ? new KvpRequest(request, Endpoint.of(request).url()).read() : XmlRequest.read(body);
            answer(asked, request, response);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (RuntimeException failed) {
            refuse(failure(failed), request, response);
        }
    }

    private void answer(WfsRequest asked, OgcRequest request, HttpServletResponse response) throws IOException {
        FeatureTypes types = new FeatureTypes(catalog.current(), request);
        if (!types.service().wfs().enabled()) {
            throw new WfsFailure(WfsFailure.Code.OPERATION_NOT_SUPPORTED, "service", "Service WFS is disabled");
        }
        Features features = new Features(reader, counts, settings, types, Endpoint.of(request));
        if (asked instanceof WfsRequest.GetCapabilities capabilities) {
            capabilities(capabilities, types, request, response);
        } else if (asked instanceof WfsRequest.DescribeFeatureType describe) {
            describe(describe, types, request, response);
        } else if (asked instanceof WfsRequest.GetFeature get) {
            features.answer(get, response);
        } else if (asked instanceof WfsRequest.GetFeatureById get) {
            features.byId(get, response);
        } else if (asked instanceof WfsRequest.GetPropertyValue get) {
            features.value(get, response);
        } else if (asked instanceof WfsRequest.Transaction transaction) {
            transaction(transaction, types, request, response);
        } else {
            TextOut out = open(response, "application/xml");
            if (asked instanceof WfsRequest.DescribeStoredQueries describe) {
                new StoredQueries(out, types, Endpoint.of(request)).describe(describe.ids());
            } else {
                new StoredQueries(out, types, Endpoint.of(request)).list();
            }
            out.finish();
        }
    }

    private void capabilities(
            WfsRequest.GetCapabilities asked, FeatureTypes types, OgcRequest request, HttpServletResponse response)
            throws IOException {
        refuseNewerSequence(asked, types.catalog().sequence());
        TextOut out = open(response, asked.version() == WfsVersion.V1_1_0 ? "text/xml" : "application/xml");
        if (asked.version() == WfsVersion.V1_0_0) {
            new Capabilities10(out, types, boxes, Endpoint.of(request)).write();
        } else {
            new Capabilities(out, types, boxes, asked, Endpoint.of(request), request.editor()).write();
        }
        out.finish();
    }

    private static void refuseNewerSequence(WfsRequest.GetCapabilities asked, long sequence) {
        String given = asked.updateSequence();
        if (UpdateSequence.read(given).orElse(0) > sequence) {
            throw new WfsFailure(
                    WfsFailure.Code.INVALID_UPDATE_SEQUENCE,
                    "updateSequence",
                    "The update sequence " + given + " is newer than the service's, " + sequence);
        }
    }

    private void describe(
            WfsRequest.DescribeFeatureType asked, FeatureTypes types, OgcRequest request, HttpServletResponse response)
            throws IOException {
        List<FeatureLayer> layers = asked.types().isEmpty()
                ? types.advertised()
                : asked.types().stream().map(types::find).distinct().toList();
        String given = asked.outputFormat();
        boolean xmlSchema = given != null && given.toUpperCase(Locale.ROOT).equals("XMLSCHEMA");
        OutputFormat format = OutputFormat.of(xmlSchema ? null : given, asked.version());
        if (!format.describes()) {
            throw WfsFailure.invalid("outputFormat", "A schema cannot be described as " + given);
        }
        SchemaDocument document = new SchemaDocument(reader, types, Endpoint.of(request));
        TextOut out = open(response, format.contentType(given));
        switch (format) {
            case GML32 -> document.xml(out, layers, Gml.Dialect.GML32, asked.version());
            case GML31 -> document.xml(out, layers, Gml.Dialect.GML31, asked.version());
            case GML2 -> {
                response.setContentType("text/xml");
                document.xml(out, layers, Gml.Dialect.GML2, asked.version());
            }
            case GEOJSON -> document.json(out, layers);
            default -> throw new IllegalStateException("a schema as " + format);
        }
        out.finish();
    }

    private void transaction(
            WfsRequest.Transaction asked, FeatureTypes types, OgcRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.editor()) {
            throw new WfsFailure(WfsFailure.Code.LOGIN_NEEDED, "Transaction", "Changing data needs the login of admin");
        }
        List<FeatureWriter.Done> done = new Transactions(reader, writer, types).run(asked);
        TextOut out = open(response, asked.version() == WfsVersion.V2_0_0 ? "application/xml" : "text/xml");
        new TransactionAnswer(out, asked, done, Endpoint.of(request)).write();
        out.finish();
    }

    private static TextOut open(HttpServletResponse response, String contentType) throws IOException {
        response.setContentType(contentType);
        return new TextOut(response.getOutputStream());
    }

    private static WfsFailure failure(RuntimeException failed) {
        if (failed instanceof WfsFailure failure) {
            return failure;
        }
        if (failed instanceof BadParameter bad) {
            String text = String.valueOf(bad.getMessage());
            return bad.missing()
                    ? WfsFailure.missing(bad.parameter(), text)
                    : WfsFailure.invalid(bad.parameter(), text);
        }
        if (failed instanceof InvalidInput input) {
            return WfsFailure.invalid(input.input(), input);
        }
        if (failed instanceof QueryTimeoutException) {
            return new WfsFailure(
                    WfsFailure.Code.TOO_LONG, null, "The request took too long; ask for less at once, or for a page");
        }
        if (failed instanceof DataIntegrityViolationException) {
            return new WfsFailure(
                    WfsFailure.Code.OPERATION_PROCESSING_FAILED, null, "The filter cannot be computed on these data");
        }
        LOG.error("a WFS request failed", failed);
        String text = failed instanceof DataAccessException
                ? "The database did not answer; the service's log says why"
                : "The request failed; the service's log says why";
        return new WfsFailure(WfsFailure.Code.INTERNAL, null, text);
    }

    /** A failure after the first bytes went out ends the connection, so that nobody takes the part for the whole. */
    private static void refuse(WfsFailure failure, OgcRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer broke off: " + failure.text());
        }
        WfsVersion version =
                request.parameter("VERSION").flatMap(WfsVersion::of).orElse(WfsVersion.V2_0_0);
        ExceptionReport.write(
                failure,
                version,
                request.parameter("EXCEPTIONS").orElse(null),
                Schemas.of(request.baseUrl()),
                response);
    }
}
