package org.riskmap.ogc.wmts;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.BadParameter;
import org.riskmap.ogc.MapRefused;

/** A request for a tile that cannot be answered; told as an OWS exception report or as a problem, as the service does. */
public final class TileFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Codes of OWS Common (06-121r3, table 27) and WMTS (07-057r7, tables 24 and 30). */
    public enum Code {
        MISSING_PARAMETER("MissingParameterValue", 400),
        INVALID_PARAMETER("InvalidParameterValue", 400),
        OPERATION_NOT_SUPPORTED("OperationNotSupported", 400),
        VERSION_NEGOTIATION_FAILED("VersionNegotiationFailed", 400),
        TILE_OUT_OF_RANGE("TileOutOfRange", 400),
        POINT_OUT_OF_RANGE("PointIJOutOfRange", 400),
        NOT_FOUND("NotFound", 404),
        BUSY("NoApplicableCode", 503),
        DEFECT("NoApplicableCode", 500);

        private final String word;
        private final int status;

        Code(String word, int status) {
            this.word = word;
            this.status = status;
        }

        public String word() {
            return word;
        }

        /** Of HTTP. */
        public int status() {
            return status;
        }
    }

    private final Code code;
    private final @Nullable String locator;

    TileFailure(Code code, @Nullable String locator, String message) {
        super(message);
        this.code = code;
        this.locator = locator;
    }

    static TileFailure missing(String parameter) {
        return new TileFailure(Code.MISSING_PARAMETER, parameter, parameter + " is missing; give it");
    }

    public static TileFailure invalid(String parameter, String message) {
        return new TileFailure(Code.INVALID_PARAMETER, parameter, message);
    }

    public static TileFailure notFound(String message) {
        return new TileFailure(Code.NOT_FOUND, null, message);
    }

    static TileFailure outOfRange(String locator, String what, int least, int most) {
        return new TileFailure(
                Code.TILE_OUT_OF_RANGE, locator, what + " is out of range, min: " + least + " max:" + most);
    }

    static TileFailure of(MapRefused refused) {
        String locator =
                refused.locator() == null ? "REQUEST" : refused.locator().toUpperCase(java.util.Locale.ROOT);
        return refused.overloaded()
                ? new TileFailure(Code.BUSY, null, String.valueOf(refused.getMessage()))
                : new TileFailure(
                        Code.INVALID_PARAMETER,
                        "StyleNotDefined".equals(refused.code()) ? "STYLE" : locator,
                        String.valueOf(refused.getMessage()));
    }

    static TileFailure of(InvalidInput wrong) {
        return new TileFailure(Code.INVALID_PARAMETER, wrong.input(), String.valueOf(wrong.getMessage()));
    }

    static TileFailure of(BadParameter bad) {
        String locator = bad.parameter().toUpperCase(java.util.Locale.ROOT);
        return new TileFailure(
                bad.missing() ? Code.MISSING_PARAMETER : Code.INVALID_PARAMETER,
                locator,
                String.valueOf(bad.getMessage()));
    }

    public Code code() {
        return code;
    }

    public @Nullable String locator() {
        return locator;
    }
}
