package org.riskmap.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskmap.kernel.InvalidInput;

/**
 * The base of every URL in capabilities, links and {@code Location}: {@code RISKMAP_PUBLIC_URL} where it is set, else
 * what {@code X-Forwarded-Proto}, {@code -Host}, {@code -Port} and {@code -Prefix} say, else what the client asked for.
 */
public final class PublicUrl {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*/?");

    private final Optional<String> configured;

    public PublicUrl(Optional<String> configured) {
        this.configured = configured;
    }

    /**
     * The base as clients know it, such as {@code https://map.example.org/risk}; no slash at its end.
     *
     * @throws InvalidInput where a forwarding header or {@code Host} is not what its name promises
     */
    public String base(HttpServletRequest request) {
        return configured.orElseGet(() -> forwarded(request));
    }

    private static String forwarded(HttpServletRequest request) {
        String scheme = checked(
                "X-Forwarded-Proto", first(request, "X-Forwarded-Proto").orElse(request.getScheme()), SCHEME, "https");
        String host = checked(
                "X-Forwarded-Host",
                first(request, "X-Forwarded-Host").orElseGet(() -> hostAsked(request)),
                HOST,
                "map.example.org");
        Optional<String> port =
                first(request, "X-Forwarded-Port").map(given -> checked("X-Forwarded-Port", given, PORT, "443"));
        String prefix = checked(
                "X-Forwarded-Prefix", first(request, "X-Forwarded-Prefix").orElse(""), PREFIX, "/risk");
        String authority = port.isPresent() ? withoutPort(host) + ":" + port.get() : host;
        return scheme + "://" + withoutDefaultPort(scheme, authority) + prefix.replaceFirst("/$", "");
    }

    private static final Pattern SCHEME = Pattern.compile("https?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private static String hostAsked(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null || host.isEmpty() ? request.getServerName() + ":" + request.getServerPort() : host;
    }

    /** Each proxy appends its own; the first is the one that the client spoke to. */
    private static Optional<String> first(HttpServletRequest request, String header) {
        @Nullable String value = request.getHeader(header);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.split(",", 2)[0].strip());
    }

    private static String checked(String header, String value, Pattern form, String example) {
        if (!form.matcher(value).matches()) {
            throw new InvalidInput(header, "'" + value + "' cannot be part of a URL", "send one like " + example);
        }
        return value;
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]{1,5}$", "");
    }

    private static String withoutDefaultPort(String scheme, String authority) {
        return authority.replaceFirst("https".equals(scheme) ? ":443$" : ":80$", "");
    }
}
