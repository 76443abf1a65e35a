package org.riskmap.operation;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Requests that Tomcat itself refuses, such as a malformed path, get an RFC 9457 problem too, not Tomcat's own page. */
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Made by Tomcat, by its name. */
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            int status = response.getStatus();
            if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.isError()) {
                return;
            }
            try {
                Problem.of(HttpStatus.valueOf(status), "The request is malformed or not allowed.")
                        .send(response.getResponse());
            } catch (IOException gone) {
                getContainer().getLogger().debug("the client left before its error was written", gone);
            }
        }
    }
}
