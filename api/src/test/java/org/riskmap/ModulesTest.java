package org.riskmap;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void every_package_depends_only_on_what_its_package_info_names() {
        ApplicationModules.of(RiskmapApplication.class).verify();
    }
}
