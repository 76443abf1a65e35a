package org.riskmap.ogc.wms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;
import org.riskmap.ogc.BadParameter;

/**
 * A request that is answered with a service exception. Codes are those of OGC 06-042, table E.1, and those that GeoServer
 * adds; code and locator are absent where GeoServer gives none.
 */
final class WmsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, in words that clients know. */
    enum Code {
        LAYER_NOT_DEFINED("LayerNotDefined"),
        LAYER_NOT_QUERYABLE("LayerNotQueryable"),
        STYLE_NOT_DEFINED("StyleNotDefined"),
        INVALID_CRS("InvalidCRS"),
        INVALID_SRS("InvalidSRS"),
        INVALID_FORMAT("InvalidFormat"),
        INVALID_POINT("InvalidPoint"),
        INVALID_DIMENSION_VALUE("InvalidDimensionValue"),
        MISSING_PARAMETER("MissingParameterValue"),
        INVALID_PARAMETER("InvalidParameterValue"),
        MISSING_OR_INVALID_PARAMETER("MissingOrInvalidParameter"),
        CURRENT_UPDATE_SEQUENCE("CurrentUpdateSequence"),
        INVALID_UPDATE_SEQUENCE("InvalidUpdateSequence"),
        OPERATION_NOT_SUPPORTED("OperationNotSupported"),
        TOO_LARGE("MaxMemoryExceeded"),
        TOO_SLOW("RenderingTimeout"),
        BUSY("ServiceUnavailable"),
        INTERNAL_ERROR("internalError");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final @Nullable Code code;
    private final @Nullable String locator;

    WmsFailure(@Nullable Code code, @Nullable String locator, String message) {
        super(message);
        this.code = code;
        this.locator = locator;
    }

    /** An input that another package refused; GeoServer gives such errors no code. */
    static WmsFailure of(InvalidInput wrong) {
        return new WmsFailure(null, wrong.input(), wrong.getMessage());
    }

    /** A parameter that is missing or cannot be read. */
    static WmsFailure of(BadParameter bad) {
        return new WmsFailure(
                bad.missing() ? Code.MISSING_PARAMETER : Code.INVALID_PARAMETER, bad.parameter(), bad.getMessage());
    }

    /** Layers, styles and systems that do not exist have their own codes; everything else that is not there is missing. */
    static WmsFailure missing(String parameter) {
        return new WmsFailure(
                Code.MISSING_PARAMETER,
                parameter.toLowerCase(java.util.Locale.ROOT),
                parameter + " is missing; give it");
    }

    Optional<Code> code() {
        return Optional.ofNullable(code);
    }

    Optional<String> locator() {
        return Optional.ofNullable(locator);
    }
}
