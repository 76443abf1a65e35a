package org.riskmap.result;

import org.riskmap.kernel.Feature;

/**
 * Features of a run for one of the fixed tables.
 *
 * @param table {@code run_coverage}, {@code run_shelter}, {@code shelter_catchment}, {@code run_ring} or
 *     {@code run_exposed}; a static layer of the same name publishes it, filtered by {@code run_id}
 * @param features made when they are stored, once; geometry in EPSG:4490 and of the column's type (single polygons and lines become multi); properties by
 *     column name, without {@code id}, {@code run_id}, {@code geom}, {@code source}, {@code updated_at}. The feature's own
 *     id is not kept: rows are numbered {@code <run id>.<n>} in this order
 */
public record RunRows(String table, Iterable<Feature> features) {

    /** The layer that publishes the table: {@code risk:run_ring}. */
    public String layer() {
        return "risk:" + table;
    }
}
