package org.riskmap.process;

import java.util.List;
import java.util.Map;
import org.riskmap.result.RunRows;
import org.riskmap.result.WrittenJson;

/**
 * What an analysis found.
 *
 * @param outputs by name in the order of the description, all of them, without {@code run} and {@code warnings}
 * @param warnings what a careful reader must know, in a fixed order
 * @param rows features for the result tables; each table is published as the layer {@code risk:<table>}
 */
record Outcome(Map<String, Output> outputs, List<String> warnings, List<RunRows> rows) {

    /** The outputs written, by name in their order. */
    Map<String, WrittenJson> texts() {
        return Output.texts(outputs);
    }
}
