package org.riskmap.render;

/**
 * Numbers to colours that run into each other. The range of numbers is cut into steps: where a whole step has one colour it is
 * looked up, elsewhere it is mixed.
 */
final class ColorRamp {

    private static final int STEPS = 2048;

    /** Stands for steps of several colours; where it is itself a step's colour, mixing gives it again. */
    private static final int MIXED = 1;

    /** How much further than its numbers a step is looked at, so that none is missed by rounding. */
    private static final double SLACK_STEPS = 1e-3;

    private final double[] quantities;
    private final int[] colors;
    private final double first;
    private final double last;
    private final double stepsPerUnit;
    private final int[] steps = new int[STEPS + 1];

    /**
     * @param quantities ascending, at least one
     * @param colors of the quantities, 0xAARRGGBB
     */
    ColorRamp(double[] quantities, int[] colors) {
        this.quantities = quantities;
        this.colors = colors;
        this.first = quantities[0];
        this.last = quantities[quantities.length - 1];
        this.stepsPerUnit = STEPS / (last - first);
        for (int step = 0; step <= STEPS; step++) {
            steps[step] = colorOf(step);
        }
    }

    private int colorOf(int step) {
        double low = first + (step - SLACK_STEPS) / stepsPerUnit;
        double high = first + (step + 1 + SLACK_STEPS) / stepsPerUnit;
        if (!(low > first && high < last) || above(low) != above(high)) {
            return MIXED;
        }
        int color = mixed(low);
        return color == mixed(high) ? color : MIXED; // between two quantities each channel only rises or only falls
    }

    /** 0xAARRGGBB of a number. */
    int argb(float value) {
        if (value <= first) {
            return colors[0];
        }
        if (value >= last) {
            return colors[colors.length - 1];
        }
        int known = steps[Math.min(STEPS, (int) ((value - first) * stepsPerUnit))];
        return known == MIXED ? mixed(value) : known;
    }

    /** The first quantity that is not below a number between the outermost ones. */
    private int above(double value) {
        int above = 1;
        while (value > quantities[above]) {
            above++;
        }
        return above;
    }

    private int mixed(double value) {
        int above = above(value);
        double part = (value - quantities[above - 1]) / (quantities[above] - quantities[above - 1]);
        int low = colors[above - 1];
        int high = colors[above];
        return mixed(low >>> 24, high >>> 24, part) << 24
                | mixed(low >> 16 & 255, high >> 16 & 255, part) << 16
                | mixed(low >> 8 & 255, high >> 8 & 255, part) << 8
                | mixed(low & 255, high & 255, part);
    }

    private static int mixed(int low, int high, double part) {
        return (int) (low + (high - low) * part + .5);
    }
}
