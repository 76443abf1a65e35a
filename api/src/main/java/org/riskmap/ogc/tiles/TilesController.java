package org.riskmap.ogc.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.catalog.Catalog;
import org.riskmap.catalog.CatalogSource;
import org.riskmap.ogc.LayerBoxes;
import org.riskmap.ogc.wmts.Offer;
import org.riskmap.ogc.wmts.TileAnswer;
import org.riskmap.ogc.wmts.TileFailure;
import org.riskmap.ogc.wmts.TileQuery;
import org.riskmap.ogc.wmts.Tiles;
import org.riskmap.operation.PublicUrl;
import org.riskmap.tile.TileCache;
import org.riskmap.tile.TileLayers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code /geoserver/ogc/tiles/v1}, the same for a workspace. */
@RestController
@ConditionalOnProperty(name = "riskmap.publisher", havingValue = "embedded", matchIfMissing = true)
@RequestMapping({"/geoserver/ogc/tiles/v1", "/geoserver/{workspace}/ogc/tiles/v1"})
class TilesController {

    private final CatalogSource catalogs;
    private final TileLayers layers;
    private final Tiles tiles;
    private final LayerBoxes boxes;
    private final PublicUrl publicUrl;

    TilesController(CatalogSource catalogs, TileLayers layers, Tiles tiles, LayerBoxes boxes, PublicUrl publicUrl) {
        this.catalogs = catalogs;
        this.layers = layers;
        this.tiles = tiles;
        this.boxes = boxes;
        this.publicUrl = publicUrl;
    }

    private Offer offer(@Nullable String workspace) {
        return new Offer(catalogs.current(), layers, workspace);
    }

    private Documents documents(HttpServletRequest request, @Nullable String workspace) {
        String scope = workspace == null ? "" : "/" + workspace;
        return new Documents(offer(workspace), boxes, publicUrl.base(request) + "/geoserver" + scope + "/ogc/tiles/v1");
    }

    @GetMapping({"", "/"})
    ObjectNode landing(HttpServletRequest request, @PathVariable(required = false) @Nullable String workspace) {
        return documents(request, workspace).landing();
    }

    @GetMapping("/conformance")
    ObjectNode conformance(HttpServletRequest request, @PathVariable(required = false) @Nullable String workspace) {
        return documents(request, workspace).conformance();
    }

    @GetMapping(
            path = {"/openapi", "/api"},
            produces = "application/vnd.oai.openapi+json;version=3.0")
    ObjectNode openApi(HttpServletRequest request, @PathVariable(required = false) @Nullable String workspace) {
        return documents(request, workspace).openApi();
    }

    @GetMapping("/tileMatrixSets")
    ObjectNode matrixSets(HttpServletRequest request, @PathVariable(required = false) @Nullable String workspace) {
        return documents(request, workspace).matrixSets();
    }

    @GetMapping("/tileMatrixSets/{set}")
    ObjectNode matrixSet(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable String set) {
        return documents(request, workspace).matrixSet(set);
    }

    @GetMapping("/collections")
    ObjectNode collections(HttpServletRequest request, @PathVariable(required = false) @Nullable String workspace) {
        return documents(request, workspace).collections();
    }

    @GetMapping("/collections/{collection}")
    ObjectNode collection(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable String collection) {
        return documents(request, workspace).collection(collection);
    }

    @GetMapping({
        "/collections/{collection}/tiles",
        "/collections/{collection}/map/tiles",
        "/collections/{collection}/styles/{style}/map/tiles"
    })
    ObjectNode tilesets(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable String collection,
            @PathVariable(required = false) @Nullable String style) {
        return documents(request, workspace).tilesets(collection, Kind.of(request.getRequestURI()), style);
    }

    @GetMapping({
        "/collections/{collection}/tiles/{set}",
        "/collections/{collection}/map/tiles/{set}",
        "/collections/{collection}/styles/{style}/map/tiles/{set}"
    })
    ObjectNode tileset(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable String collection,
            @PathVariable(required = false) @Nullable String style,
            @PathVariable String set) {
        return documents(request, workspace).tileset(collection, Kind.of(request.getRequestURI()), style, set);
    }

    @GetMapping({
        "/collections/{collection}/tiles/{set}/{matrix}/{row}/{column}",
        "/collections/{collection}/map/tiles/{set}/{matrix}/{row}/{column}",
        "/collections/{collection}/styles/{style}/map/tiles/{set}/{matrix}/{row}/{column}"
    })
    void tile(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable(required = false) @Nullable String workspace,
            @PathVariable String collection,
            @PathVariable(required = false) @Nullable String style,
            @PathVariable String set,
            @PathVariable String matrix,
            @PathVariable String row,
            @PathVariable String column)
            throws IOException {
        String line = request.getRequestURI() + "?" + request.getQueryString() + "\n" + request.getHeader("Accept");
        Catalog catalog = catalogs.current();
        Optional<TileCache.Found> known = tiles.recall(line, catalog);
        if (known.isPresent()) {
            TileAnswer.send(known.get(), request, response);
            return;
        }
        TileParameters parameters = TileParameters.of(request, Kind.of(request.getRequestURI()));
        TileQuery query = new Addressed(offer(workspace), collection, style, set)
                .query(matrix, row, column, parameters.format(), parameters.time());
        TileAnswer.send(tiles.tile(line, catalog, query), request, response);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(TileFailure failure) {
        int status =
                switch (failure.code()) {
                    case NOT_FOUND, TILE_OUT_OF_RANGE -> HttpStatus.NOT_FOUND.value();
                    default -> failure.code().status();
                };
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), String.valueOf(failure.getMessage()));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
