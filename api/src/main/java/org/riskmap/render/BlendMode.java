package org.riskmap.render;

import org.jspecify.annotations.Nullable;

/** How the colour of what is laid on mixes with that below (W3C Compositing and Blending Level 1, 10.1); channels from 0 to 1. */
enum BlendMode {
    MULTIPLY {
        @Override
        float mixed(float below, float above) {
            return below * above;
        }
    },
    SCREEN {
        @Override
        float mixed(float below, float above) {
            return below + above - below * above;
        }
    },
    OVERLAY {
        @Override
        float mixed(float below, float above) {
            return HARD_LIGHT.mixed(above, below);
        }
    },
    DARKEN {
        @Override
        float mixed(float below, float above) {
            return Math.min(below, above);
        }
    },
    LIGHTEN {
        @Override
        float mixed(float below, float above) {
            return Math.max(below, above);
        }
    },
    COLOR_DODGE {
        @Override
        float mixed(float below, float above) {
            if (below == 0) {
                return 0;
            }
            return above >= 1 ? 1 : Math.min(1, below / (1 - above));
        }
    },
    COLOR_BURN {
        @Override
        float mixed(float below, float above) {
            if (below >= 1) {
                return 1;
            }
            return above <= 0 ? 0 : 1 - Math.min(1, (1 - below) / above);
        }
    },
    HARD_LIGHT {
        @Override
        float mixed(float below, float above) {
            return above <= .5f ? MULTIPLY.mixed(below, 2 * above) : SCREEN.mixed(below, 2 * above - 1);
        }
    },
    SOFT_LIGHT {
        @Override
        float mixed(float below, float above) {
            if (above <= .5f) {
                return below - (1 - 2 * above) * below * (1 - below);
            }
            float lit = below <= .25f ? ((16 * below - 12) * below + 4) * below : (float) Math.sqrt(below);
            return below + (2 * above - 1) * (lit - below);
        }
    },
    DIFFERENCE {
        @Override
        float mixed(float below, float above) {
            return Math.abs(below - above);
        }
    },
    EXCLUSION {
        @Override
        float mixed(float below, float above) {
            return below + above - 2 * below * above;
        }
    };

    /** One channel. */
    abstract float mixed(float below, float above);

    /** By its name in lower case with hyphens; null where there is none of it. */
    static @Nullable BlendMode named(String name) {
        for (BlendMode mode : values()) {
            if (mode.name().equalsIgnoreCase(name.replace('-', '_'))) {
                return mode;
            }
        }
        return null;
    }
}
