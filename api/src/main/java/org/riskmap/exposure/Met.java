package org.riskmap.exposure;

import java.util.List;

/**
 * An exposed thing and every hazard that reaches it.
 *
 * @param hits by number of the hazard; empty where nobody asks hazard by hazard
 */
record Met(Exposed exposed, List<Reach.Hit> hits) {}
