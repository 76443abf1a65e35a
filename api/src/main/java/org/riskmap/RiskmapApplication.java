package org.riskmap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class RiskmapApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RiskmapApplication.class, arguments);
    }
}
