package org.riskmap;

import java.util.Arrays;
import java.util.List;
import org.riskmap.demo.DemoCommand;
import org.riskmap.ingest.LoadCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the service, or runs the one command that the first argument names and ends. */
@SpringBootApplication
public class RiskmapApplication {

    public static void main(String[] arguments) {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "demo" -> {
                logOnlyWarnings();
                System.exit(DemoCommand.run(rest, System.getenv(), System.out, System.err));
            }
            case "load" -> {
                logOnlyWarnings();
                System.exit(LoadCommand.run(rest, System.getenv(), System.out, System.err));
            }
            default -> {
                SpringApplication application = new SpringApplication(RiskmapApplication.class);
                application.addListeners(new PreparedBeans());
                application.run(arguments);
            }
        }
    }

    /** A command's output is its report. */
    private static void logOnlyWarnings() {
        LoggingSystem logging = LoggingSystem.get(RiskmapApplication.class.getClassLoader());
        logging.beforeInitialize();
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
