package org.riskmap.raster;

/** One resolution of a file: the image itself or an overview, in tiles of one size that stand in rows from its upper left. */
record Level(int image, int width, int height, int tileWidth, int tileHeight) {

    int tilesAcross() {
        return (width + tileWidth - 1) / tileWidth;
    }
}
