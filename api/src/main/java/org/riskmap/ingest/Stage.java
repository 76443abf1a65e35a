package org.riskmap.ingest;

import java.util.List;
import org.riskmap.kernel.InvalidInput;

/**
 * The records of one layer of a file in a temporary table of the current transaction: {@code rec} (number from 1),
 * {@code line} (null where the file has none), {@code fault} (why it is no record; its text is then {@code f1}),
 * {@code geom}, and {@code f1}, {@code f2}, … the fields as text.
 *
 * @param table name of the temporary table
 * @param file name of the file, for messages
 * @param fields names as in the file; the first is {@code f1}
 * @param hasGeometry whether the file gave geometries
 * @param srid EPSG code that the file says its geometries are in; 0 where it does not say; {@link #NO_GEOMETRY} where no
 *     record has one
 * @param warnings what the reading program said
 */
record Stage(String table, String file, List<String> fields, boolean hasGeometry, int srid, List<String> warnings) {

    static final int NO_GEOMETRY = -1;

    /** The column of a field, such as {@code f3}. Fails where the file has no such field. */
    String column(String field) {
        int index = fields.indexOf(field);
        if (index < 0) {
            throw new InvalidInput(
                    file,
                    "it has no field '" + field + "'; it has " + String.join(", ", fields),
                    "correct the field in the profile, or choose another profile with --profile");
        }
        return "f" + (index + 1);
    }
}
