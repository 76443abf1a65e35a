package org.riskmap.exposure;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.Feature;
import org.riskmap.kernel.InvalidInput;

/** Persons and households of a feature, as its properties say. */
public final class People {

    private People() {}

    /**
     * @throws InvalidInput where the property is there and not a whole number from 0
     */
    public static @Nullable Long of(String layer, Feature feature, String property) {
        Object value = feature.properties().get(property);
        if (value == null) {
            return null;
        }
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        if (!(number >= 0 && number <= 2e9 && number == Math.rint(number))) {
            throw new InvalidInput(
                    layer + "." + feature.id() + "." + property,
                    value + " is not a number of " + (property.equals("population") ? "persons" : property),
                    "give a whole number from 0, or leave it out");
        }
        return (long) number;
    }
}
