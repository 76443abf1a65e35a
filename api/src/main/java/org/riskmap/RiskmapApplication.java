package org.riskmap;

import java.util.Arrays;
import java.util.List;
import org.riskmap.demo.DemoCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or runs the one command that the first argument names and ends. */
@SpringBootApplication
public class RiskmapApplication {

    public static void main(String[] arguments) {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "demo" -> System.exit(DemoCommand.run(rest, System.getenv(), System.out, System.err));
            default -> SpringApplication.run(RiskmapApplication.class, arguments);
        }
    }
}
