package org.riskmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.catalog.FeatureLayer;
import org.riskmap.kernel.Feature;
import org.riskmap.layer.FeatureReader;
import org.riskmap.layer.LayerSchema;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.TextOut;
import org.riskmap.operation.PublicUrl;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;

/** {@code /geoserver/ogc/features/v1}, the same for a workspace and for one layer of it. */
@RestController
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
@RequestMapping({
    "/geoserver" + ApiRequest.LANDING,
    "/geoserver/{workspace}" + ApiRequest.LANDING,
    "/geoserver/{workspace}/{layer}" + ApiRequest.LANDING
})
class FeaturesController {

    private final CatalogSource catalog;
    private final FeatureReader reader;
    private final LayerBoxes boxes;
    private final PublicUrl publicUrl;

    FeaturesController(CatalogSource catalog, FeatureReader reader, LayerBoxes boxes, PublicUrl publicUrl) {
        this.catalog = catalog;
        this.reader = reader;
        this.boxes = boxes;
        this.publicUrl = publicUrl;
    }

    /** One request with what it sees. */
    private record Asked(ApiRequest request, Collections collections, Descriptions descriptions) {
        DescriptionPages pages() {
            return new DescriptionPages(request, collections, descriptions);
        }
    }

    private Asked asked(@Nullable String workspace, @Nullable String layer, HttpServletRequest servlet) {
        String scope = (workspace == null ? "" : "/" + ApiRequest.encoded(workspace))
                + (layer == null ? "" : "/" + ApiRequest.encoded(layer));
        ApiRequest request = ApiRequest.of(servlet, publicUrl.base(servlet), scope);
        Collections collections = new Collections(catalog.current(), workspace, layer);
        return new Asked(request, collections, new Descriptions(request, collections, boxes, reader));
    }

    @GetMapping({"", "/"})
    void landing(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        asked.request().allow(List.of());
        document(asked, Link.JSON, asked.descriptions()::landing, asked.pages()::landing, servlet, response);
    }

    @GetMapping("/conformance")
    void conformance(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        asked.request().allow(List.of());
        document(
                asked,
                Link.JSON,
                asked.descriptions()::conformanceDocument,
                asked.pages()::conformance,
                servlet,
                response);
    }

    @GetMapping({"/openapi", "/api"})
    void openApi(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        asked.request().allow(List.of());
        JsonNode api = OpenApiDocument.of(asked.request(), asked.collections(), asked.descriptions(), reader::schema);
        document(asked, Link.OPENAPI, () -> api, () -> asked.pages().openApi(api), servlet, response);
    }

    @GetMapping("/collections")
    void collections(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        asked.request().allow(List.of());
        document(asked, Link.JSON, asked.descriptions()::collectionsDocument, asked.pages()::list, servlet, response);
    }

    @GetMapping("/collections/{collection}")
    void collection(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            @PathVariable String collection,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        FeatureLayer found = asked.collections().find(collection);
        asked.request().allow(List.of());
        document(
                asked,
                Link.JSON,
                () -> asked.descriptions().collection(found),
                () -> asked.pages().collection(found, reader.schema(found), boxes.of(found)),
                servlet,
                response);
    }

    @GetMapping("/collections/{collection}/queryables")
    void queryables(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            @PathVariable String collection,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        FeatureLayer found = asked.collections().find(collection);
        asked.request().allow(List.of());
        String url = asked.descriptions().url(found) + "/queryables";
        document(
                asked,
                Link.SCHEMA,
                () -> Queryables.document(reader.schema(found), url, found.title()),
                () -> asked.pages().queryables(found, reader.schema(found)),
                servlet,
                response);
    }

    @GetMapping("/collections/{collection}/schema")
    void schema(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            @PathVariable String collection,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        FeatureLayer found = asked.collections().find(collection);
        asked.request().allow(List.of());
        String url = asked.descriptions().url(found) + "/schema";
        document(
                asked,
                Link.SCHEMA,
                () -> Queryables.ofFeature(reader.schema(found), url, found.title()),
                () -> asked.pages().queryables(found, reader.schema(found)),
                servlet,
                response);
    }

    @GetMapping("/collections/{collection}/items")
    void items(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            @PathVariable String collection,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        FeatureLayer found = asked.collections().find(collection);
        LayerSchema schema = reader.schema(found);
        ItemsRequest items = ItemsRequest.parse(asked.request(), found, schema, NamedCrs.of(found, boxes.of(found)));
        TextOut out = new TextOut(new LateStream(response));
        boolean html = asked.request().representation() == Representation.HTML;
        Items.Writer writer =
                html ? page(asked, out, items, found) : new GeoJsonItems(out, asked.request(), items, found);
        new Items(reader, found)
                .send(items, asked.request().representation().mediaType(Link.GEOJSON), response, out, writer);
    }

    private HtmlItems page(Asked asked, TextOut out, ItemsRequest items, FeatureLayer layer) {
        List<String> below = MapPicture.layers(asked.collections().catalog(), layer, false);
        return new HtmlItems(out, asked.request(), items, layer, below);
    }

    @GetMapping("/collections/{collection}/items/{id}")
    void item(
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable(required = false) @Nullable String layer,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(workspace, layer, servlet);
        FeatureLayer found = asked.collections().find(collection);
        asked.request().allow(Set.of("crs"));
        ItemsRequest items =
                ItemsRequest.one(asked.request(), reader.schema(found), NamedCrs.of(found, boxes.of(found)));
        Feature feature = new Items(reader, found).find(id);
        if (feature == null) {
            throw Collections.notFound("There is no feature '" + id + "' in collection '" + collection + "'.");
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        TextOut out = new TextOut(bytes);
        if (asked.request().representation() == Representation.HTML) {
            page(asked, out, items, found).alone(feature);
        } else {
            new GeoJsonItems(out, asked.request(), items, found).alone(feature);
        }
        out.finish();
        response.setHeader("Content-Crs", "<" + items.crs().uri() + ">");
        send(bytes.toByteArray(), asked.request().representation().mediaType(Link.GEOJSON), servlet, response);
    }

    private static void document(
            Asked asked,
            String mediaType,
            Supplier<? extends JsonNode> json,
            Supplier<String> page,
            HttpServletRequest servlet,
            HttpServletResponse response)
            throws IOException {
        Representation form = asked.request().representation();
        String text = form == Representation.HTML ? page.get() : json.get().toString();
        send(text.getBytes(StandardCharsets.UTF_8), form.mediaType(mediaType), servlet, response);
    }

    /** With a tag of the content, so that who has it already is told so. */
    private static void send(byte[] body, String mediaType, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(body) + "\"";
        if (new ServletWebRequest(servlet, response).checkNotModified(tag)) {
            return;
        }
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @GetMapping(path = "/style.css", produces = "text/css")
    ResponseEntity<byte[]> style() throws IOException {
        try (var stream = FeaturesController.class.getResourceAsStream("style.css")) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                    .body(stream.readAllBytes());
        }
    }
}
