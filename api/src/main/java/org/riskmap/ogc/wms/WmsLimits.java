package org.riskmap.ogc.wms;

import java.time.Duration;
import org.riskmap.catalog.ServiceDescription.MapSettings;
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

    private static final int BYTES_PER_PIXEL = 4;

    WmsLimits {
        if (largestSide < 1
                || largestMegapixels < 1
                || atOnce < 1
                || longest.isNegative()
                || longestWait.isNegative()) {
            throw new InvalidInput("riskmap.wms", "a limit is not positive", "give numbers and times greater than 0");
        }
    }

    /** Most pixels of a map. */
    long mostPixels() {
        return largestMegapixels * 1_000_000L;
    }

    /** How long drawing may take: the shorter of this service's and the data directory's time. */
    Duration longest(MapSettings directory) {
        Duration said = Duration.ofSeconds(directory.mostSeconds());
        return said.isZero() || said.compareTo(longest) > 0 ? longest : said;
    }

    /** Refuses a map that is too large, saying the limit. */
    void check(MapRequest.Frame frame, MapSettings directory) {
        if (frame.width() > largestSide || frame.height() > largestSide) {
            throw tooLarge(frame, largestSide + " on a side");
        }
        long pixels = (long) frame.width() * frame.height();
        if (pixels > mostPixels()) {
            throw tooLarge(frame, largestMegapixels + " million pixels");
        }
        if (directory.mostMemoryKb() > 0 && pixels * BYTES_PER_PIXEL > directory.mostMemoryKb() * 1024) {
            throw tooLarge(frame, directory.mostMemoryKb() + " kB of memory, four bytes for each pixel");
        }
    }

    private static WmsFailure tooLarge(MapRequest.Frame frame, String limit) {
        return new WmsFailure(
                Code.TOO_LARGE,
                null,
                "A map of " + frame.width() + " x " + frame.height() + " pixels is too large; ask for at most "
                        + limit);
    }
}
