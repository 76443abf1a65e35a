package org.riskmap.demo;

/** Smooth random fields over the plane, between about -1 and 1. Source: Perlin 2002, "Improving noise". */
final class Noise {

    private static final int DIRECTIONS = 64;
    private static final double[] COS = new double[DIRECTIONS];
    private static final double[] SIN = new double[DIRECTIONS];

    static {
        for (int i = 0; i < DIRECTIONS; i++) {
            COS[i] = StrictMath.cos(2 * Math.PI * i / DIRECTIONS);
            SIN[i] = StrictMath.sin(2 * Math.PI * i / DIRECTIONS);
        }
    }

    private final long seed;

    Noise(long seed, String purpose) {
        this.seed = Dice.of(seed, purpose).next();
    }

    /** One octave with features of about {@code wavelengthM} across. */
    double at(double x, double y, double wavelengthM) {
        double u = x / wavelengthM;
        double v = y / wavelengthM;
        long i = (long) Math.floor(u);
        long j = (long) Math.floor(v);
        double fu = u - i;
        double fv = v - j;
        double south = mixed(corner(i, j, fu, fv), corner(i + 1, j, fu - 1, fv), fade(fu));
        double north = mixed(corner(i, j + 1, fu, fv - 1), corner(i + 1, j + 1, fu - 1, fv - 1), fade(fu));
        return 1.5 * mixed(south, north, fade(fv));
    }

    /** Octaves of halving wavelength and amplitude, scaled to about -1 to 1. */
    double layered(double x, double y, double wavelengthM, int octaves) {
        double sum = 0;
        double amplitude = 1;
        double total = 0;
        for (int o = 0; o < octaves; o++) {
            sum += amplitude * at(x + 17.3 * o * wavelengthM, y - 9.1 * o * wavelengthM, wavelengthM / (1 << o));
            total += amplitude;
            amplitude /= 2;
        }
        return sum / total * 1.4;
    }

    private double corner(long i, long j, double dx, double dy) {
        long hash = Dice.mix(seed ^ Dice.mix(i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL));
        int direction = (int) (hash >>> 58);
        return COS[direction] * dx + SIN[direction] * dy;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mixed(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
