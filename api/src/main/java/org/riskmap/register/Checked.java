package org.riskmap.register;

import java.util.List;

/**
 * What a check found.
 *
 * @param rows zones by id, then points and lines that belong to no zone
 * @param findings in the order of the rows, then by record and code
 * @param counted people in any zone or threatened by any point or line, each once
 * @param added the rows' people added up, those of several rows several times
 * @param registered the rows' persons as far as they are numbers, the least of ranges
 */
public record Checked(List<Row> rows, List<Finding> findings, long counted, long added, double registered) {}
