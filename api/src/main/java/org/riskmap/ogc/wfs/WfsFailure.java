package org.riskmap.ogc.wfs;

import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/** Why a request gets an exception report (OGC 06-121r3, table 25; ISO 19142, table 3). */
final class WfsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What reports call it, and the status of HTTP under WFS 2.0. */
    enum Code {
        MISSING_PARAMETER_VALUE("MissingParameterValue", 400),
        INVALID_PARAMETER_VALUE("InvalidParameterValue", 400),
        OPERATION_NOT_SUPPORTED("OperationNotSupported", 400),
        OPERATION_PARSING_FAILED("OperationParsingFailed", 400),
        OPERATION_PROCESSING_FAILED("OperationProcessingFailed", 400),
        OPTION_NOT_SUPPORTED("OptionNotSupported", 400),
        VERSION_NEGOTIATION_FAILED("VersionNegotiationFailed", 400),
        INVALID_UPDATE_SEQUENCE("InvalidUpdateSequence", 400),
        /** A value that a feature cannot have (ISO 19142, table 3). */
        INVALID_VALUE("InvalidValue", 400),
        /** What changes data needs a login. */
        LOGIN_NEEDED("NoApplicableCode", 401),
        NOT_FOUND("NotFound", 404),
        /** What GeoServer says of a filter that it cannot read. */
        UNREADABLE("NoApplicableCode", 400),
        /** The request asked for more work than one request gets. */
        TOO_LONG("NoApplicableCode", 503),
        /** Our fault. */
        INTERNAL("NoApplicableCode", 500);

        private final String text;
        private final int status;

        Code(String text, int status) {
            this.text = text;
            this.status = status;
        }

        String text() {
            return text;
        }

        int status() {
            return status;
        }
    }

    private final Code code;
    private final @Nullable String locator;

    WfsFailure(Code code, @Nullable String locator, String text) {
        super(text);
        this.code = code;
        this.locator = locator;
    }

    static WfsFailure missing(String parameter, String text) {
        return new WfsFailure(Code.MISSING_PARAMETER_VALUE, parameter, text);
    }

    static WfsFailure invalid(String parameter, String text) {
        return new WfsFailure(Code.INVALID_PARAMETER_VALUE, parameter, text);
    }

    static WfsFailure invalid(String parameter, InvalidInput input) {
        return invalid(parameter, input.problem() + "; " + input.remedy());
    }

    static WfsFailure unreadable(InvalidInput input) {
        return new WfsFailure(Code.UNREADABLE, null, input.getMessage());
    }

    Code code() {
        return code;
    }

    @Nullable
    String locator() {
        return locator;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
