package org.riskmap.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.riskmap.kernel.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Heights of one or more rasters → {@code dem.tif} (EPSG:4490, metres) and {@code hillshade.tif} (shaded relief, one byte,
 * with overviews) in a folder. Both are made beside their place and moved there when complete.
 */
final class ElevationRaster {

    private static final List<String> GEOTIFF = List.of("-of", "GTiff", "-co", "TILED=YES", "-co", "COMPRESS=DEFLATE");
    private static final List<String> DEGREES = List.of("4326", "4490", "3824", "4258");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A file of this name says that the rasters are those of the fictional demo county. */
    private static final String DEMO = "demo";

    private final Path folder;

    ElevationRaster(Path folder) {
        this.folder = folder;
    }

    /** Takes the demo county's rasters away; gives whether there were any. */
    boolean removeDemo() throws IOException {
        if (!Files.exists(folder.resolve(DEMO))) {
            return false;
        }
        Files.deleteIfExists(folder.resolve("hillshade.tif"));
        Files.deleteIfExists(folder.resolve("dem.tif"));
        Files.delete(folder.resolve(DEMO));
        return true;
    }

    /**
     * Makes both rasters; {@code dryRun}: and throws them away. Gives what was made.
     *
     * @throws InvalidInput where a file is no raster of heights with a reference system
     */
    List<String> make(List<Path> sources, boolean dryRun) throws IOException {
        Files.createDirectories(folder);
        Path work = Files.createTempDirectory(folder, ".making");
        try {
            Path dem = work.resolve("dem.tif");
            makeDem(sources, dem, work);
            Path hillshade = work.resolve("hillshade.tif");
            JsonNode made = describe(dem);
            makeHillshade(dem, hillshade, work, made);
            if (!dryRun) {
                Files.deleteIfExists(folder.resolve(DEMO));
                Files.move(dem, folder.resolve("dem.tif"), StandardCopyOption.ATOMIC_MOVE);
                Files.move(hillshade, folder.resolve("hillshade.tif"), StandardCopyOption.ATOMIC_MOVE);
            }
            return List.of("heights of " + made.at("/size/0").asInt() + " × "
                    + made.at("/size/1").asInt() + " cells: dem.tif and hillshade.tif");
        } finally {
            deleteAll(work);
        }
    }

    private void makeDem(List<Path> sources, Path dem, Path work) throws IOException {
        List<String> datasets = sources.stream().map(ElevationRaster::dataset).toList();
        boolean allDegrees = true;
        for (Path source : sources) {
            allDegrees &= DEGREES.contains(epsg(source));
        }
        if (sources.size() == 1 && allDegrees) {
            // the same degrees within a metre: relabelled, so that no height is computed anew
            run(
                    sources.get(0),
                    command(List.of("gdal_translate", "-q", "-a_srs", "EPSG:4490"), GEOTIFF, datasets, dem));
            return;
        }
        List<String> warp = List.of(
                "gdalwarp",
                "-q",
                "-t_srs",
                "EPSG:4490",
                "-r",
                allDegrees ? "near" : "bilinear",
                "-dstnodata",
                "-32768");
        run(sources.get(0), command(warp, GEOTIFF, datasets, dem));
    }

    /** Shaded in metres around the raster's middle, where a slope is a slope in both directions, then brought back. */
    private void makeHillshade(Path dem, Path hillshade, Path work, JsonNode made) throws IOException {
        double west = made.at("/geoTransform/0").asDouble();
        double north = made.at("/geoTransform/3").asDouble();
        double east = west
                + made.at("/geoTransform/1").asDouble() * made.at("/size/0").asInt();
        double south = north
                + made.at("/geoTransform/5").asDouble() * made.at("/size/1").asInt();
        double lon = (west + east) / 2;
        double lat = (south + north) / 2;
        String metric = String.format(
                Locale.ROOT, "+proj=tmerc +lat_0=%.6f +lon_0=%.6f +k=1 +ellps=GRS80 +units=m +no_defs", lat, lon);
        Path flat = work.resolve("flat.tif");
        Path shade = work.resolve("shade.tif");
        run(
                dem,
                command(
                        List.of("gdalwarp", "-q", "-t_srs", metric, "-r", "bilinear"),
                        GEOTIFF,
                        List.of(dem.toString()),
                        flat));
        run(
                dem,
                List.of(
                        "gdaldem",
                        "hillshade",
                        "-q",
                        "-compute_edges",
                        flat.toString(),
                        shade.toString(),
                        "-of",
                        "GTiff"));
        List<String> back = List.of(
                "gdalwarp",
                "-q",
                "-t_srs",
                "EPSG:4490",
                "-r",
                "bilinear",
                "-srcnodata",
                "0",
                "-dstnodata",
                "0",
                "-te",
                Double.toString(west),
                Double.toString(south),
                Double.toString(east),
                Double.toString(north),
                "-ts",
                made.at("/size/0").asString(),
                made.at("/size/1").asString());
        run(dem, command(back, GEOTIFF, List.of(shade.toString()), hillshade));
        run(dem, List.of("gdaladdo", "-q", "-r", "average", hillshade.toString(), "2", "4", "8", "16"));
    }

    private static List<String> command(List<String> start, List<String> options, List<String> sources, Path target) {
        List<String> command = new ArrayList<>(start);
        command.addAll(options);
        command.addAll(sources);
        command.add(target.toString());
        return command;
    }

    private static void run(Path source, List<String> command) throws IOException {
        GdalProgram.output(source, command);
    }

    private static JsonNode describe(Path raster) throws IOException {
        return JSON.readTree(GdalProgram.output(raster, List.of("gdalinfo", "-json", dataset(raster))));
    }

    private static String epsg(Path raster) throws IOException {
        JsonNode described = describe(raster);
        if (described.at("/bands").size() != 1) {
            throw new InvalidInput(
                    raster.getFileName().toString(),
                    "it has " + described.at("/bands").size() + " bands where heights have one",
                    "give a raster of heights in metres");
        }
        String system = described.at("/coordinateSystem/wkt").asString("");
        if (system.isEmpty()) {
            throw new InvalidInput(
                    raster.getFileName().toString(),
                    "it does not say its reference system",
                    "give a GeoTIFF that does");
        }
        int at = system.lastIndexOf("ID[\"EPSG\",");
        return at < 0 ? "" : system.substring(at + 10).replaceFirst("\\D.*", "").strip();
    }

    private static String dataset(Path raster) {
        String path = raster.toAbsolutePath().toString();
        if (!path.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return path;
        }
        String inside = raster.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
        return "/vsizip/" + path + (inside.contains(".") ? "/" + inside : "");
    }

    private static void deleteAll(Path work) throws IOException {
        try (Stream<Path> left = Files.list(work)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }
}
