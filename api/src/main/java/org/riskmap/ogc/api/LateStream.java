package org.riskmap.ogc.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** The response's stream, asked for with the first bytes only, so that headers and errors come before it. */
final class LateStream extends OutputStream {

    private final HttpServletResponse response;

    LateStream(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        response.getOutputStream().write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        response.getOutputStream().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        response.getOutputStream().flush();
    }
}
