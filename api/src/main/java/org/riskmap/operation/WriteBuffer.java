package org.riskmap.operation;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** An answer goes to the system in pieces of 64 KiB, not of 8: a tile or a map in one call or a few. */
@Component
class WriteBuffer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int BYTES = 64 * 1024;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (!connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES))) {
                throw new IllegalStateException("Tomcat does not know the size of a connection's buffer any more");
            }
        });
    }
}
