package org.riskmap.render;

import java.time.Duration;

/** A map was not finished in the time that it may take. */
public final class DrawingTooSlow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DrawingTooSlow(Duration limit) {
        super("the map was not finished within " + limit.toSeconds() + " s");
    }
}
