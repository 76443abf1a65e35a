package org.riskmap.result;

import java.util.Map;

/**
 * A run's answer as it was first given.
 *
 * @param id of the run, 32 hex digits
 * @param outputs JSON text by name of the output, in the order of the answer; {@code run} and {@code warnings} last
 */
public record StoredRun(String id, Map<String, WrittenJson> outputs) {}
