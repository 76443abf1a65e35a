/**
 * OGC API – Processes 1.0 (18-062r2) at {@code /api}: execute requests come in; checked inputs go to the analyses, and
 * answers, jobs with progress, descriptions and RFC 9457 problems come out.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "postgis",
            "catalog",
            "filter",
            "forest",
            "layer",
            "evacuation",
            "exposure",
            "network",
            "operation",
            "register",
            "result",
            "site",
            "standard",
            "warning"
        })
package org.riskmap.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
