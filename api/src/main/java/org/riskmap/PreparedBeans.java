package org.riskmap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Starts the service from the definitions of its beans that the build wrote, a fifth sooner than by looking for them. They are
 * those of the usual service, which publishes the maps itself; one that leaves that to a GeoServer looks for its beans.
 */
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String WRITTEN = RiskmapApplication.class.getName() + "__ApplicationContextInitializer";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (usual(event.getEnvironment())
                && ClassUtils.isPresent(WRITTEN, SpringApplication.class.getClassLoader())
                && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            SpringProperties.setFlag("spring.aot.enabled");
        }
    }

    private static boolean usual(Environment environment) {
        return environment.getProperty("riskmap.publisher", "").strip().equals("embedded");
    }
}
