package org.riskmap.operation;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Stops the start before anything is opened, when a setting is wrong. */
final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        ServiceSettings.from(prepared.getEnvironment());
    }
}
