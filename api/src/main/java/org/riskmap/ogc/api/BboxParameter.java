package org.riskmap.ogc.api;

import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.factory.CommonFactoryFinder;
import org.riskmap.filter.Filters;
import org.riskmap.kernel.Crs;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.Kvp;

/** The parameter {@code bbox} (17-069r4, 7.15.3): four numbers, or six of which two are heights and not regarded. */
final class BboxParameter {

    private static final String NAME = "bbox";

    /** More than any coordinate in metres has; CGCS2000's with a zone's number come to 46 million. */
    private static final double FARTHEST_M = 1e8;

    private BboxParameter() {}

    /**
     * @param crs of the numbers, with the order in which they are given
     * @throws InvalidInput where they are no box
     */
    static Filter filter(String text, Crs crs, Crs layer) {
        double[] numbers = numbers(text);
        int half = numbers.length / 2;
        double first = numbers[0];
        double second = numbers[1];
        double third = numbers[half];
        double fourth = numbers[half + 1];
        refuseOutside(crs, numbers, half);
        boolean acrossDateLine = crs.geographic() && (crs.northFirst() ? second > fourth : first > third);
        if (!acrossDateLine) {
            return Filters.bbox(NAME, first, second, third, fourth, crs, layer);
        }
        List<Filter> sides = crs.northFirst()
                ? List.of(
                        Filters.bbox(NAME, first, second, third, 180, crs, layer),
                        Filters.bbox(NAME, first, -180, third, fourth, crs, layer))
                : List.of(
                        Filters.bbox(NAME, first, second, 180, fourth, crs, layer),
                        Filters.bbox(NAME, -180, second, third, fourth, crs, layer));
        return CommonFactoryFinder.getFilterFactory().or(sides);
    }

    private static double[] numbers(String text) {
        List<String> parts = Kvp.split(text, ',');
        if (parts.size() != 4 && parts.size() != 6) {
            throw refused("it has " + parts.size() + " numbers");
        }
        double[] numbers = new double[parts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(parts.get(i));
        }
        return numbers;
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException word) {
            throw refused("'" + text + "' is not a number");
        }
        throw refused("'" + text + "' is not a finite number");
    }

    private static void refuseOutside(Crs crs, double[] numbers, int half) {
        if (!crs.geographic()) {
            for (double each : numbers) {
                if (Math.abs(each) > FARTHEST_M) {
                    throw refused(each + " metres are more than round the Earth");
                }
            }
            return;
        }
        for (int corner = 0; corner < numbers.length; corner += half) {
            double lon = numbers[corner + (crs.northFirst() ? 1 : 0)];
            double lat = numbers[corner + (crs.northFirst() ? 0 : 1)];
            if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
                throw refused(lon + " degrees east, " + lat + " north is not on Earth");
            }
        }
    }

    private static InvalidInput refused(String problem) {
        return new InvalidInput(
                NAME, problem, "give west,south,east,north in degrees, or in the order of the system in bbox-crs");
    }
}
