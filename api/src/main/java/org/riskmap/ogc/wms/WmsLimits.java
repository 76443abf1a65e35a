package org.riskmap.ogc.wms;

import java.time.Duration;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.wms.WmsFailure.Code;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one map may cost, {@code riskmap.wms.*}.
 *
 * @param largestSide most pixels on a side
 * @param largestMegapixels most pixels of a map, in millions; a map takes four bytes for each, twice
 * @param longest time that drawing may take
 * @param atOnce maps drawn at the same time; others wait
 * @param longestWait how long a request waits for its turn
 */
@ConfigurationProperties("riskmap.wms")
record WmsLimits(
        @DefaultValue("8192") int largestSide,
        @DefaultValue("34") int largestMegapixels,
        @DefaultValue("60s") Duration longest,
        @DefaultValue("4") int atOnce,
        @DefaultValue("30s") Duration longestWait) {

    WmsLimits {
        if (largestSide < 1
                || largestMegapixels < 1
                || atOnce < 1
                || longest.isNegative()
                || longestWait.isNegative()) {
            throw new InvalidInput("riskmap.wms", "a limit is not positive", "give numbers and times greater than 0");
        }
    }

    /** Refuses a map that is too large, saying the limit. */
    void check(MapRequest.Frame frame) {
        if (frame.width() > largestSide || frame.height() > largestSide) {
            throw new WmsFailure(
                    Code.TOO_LARGE,
                    null,
                    "A map of " + frame.width() + " x " + frame.height() + " pixels is too large; ask for at most "
                            + largestSide + " on a side");
        }
        if ((long) frame.width() * frame.height() > largestMegapixels * 1_000_000L) {
            throw new WmsFailure(
                    Code.TOO_LARGE,
                    null,
                    "A map of " + frame.width() + " x " + frame.height() + " pixels is too large; ask for at most "
                            + largestMegapixels + " million pixels");
        }
    }
}
