package org.riskmap.memory;

import org.riskmap.kernel.InvalidInput;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the layers may lie in memory, {@code riskmap.memory.*}.
 *
 * @param budgetMb megabytes for all layers together, 0 for none; what does not fit is read from the database each time
 */
@ConfigurationProperties("riskmap.memory")
public record MemoryLimits(@DefaultValue("400") int budgetMb) {

    public MemoryLimits {
        if (budgetMb < 0) {
            throw new InvalidInput(
                    "riskmap.memory.budget-mb", "it is " + budgetMb, "give megabytes, or 0 for no memory");
        }
    }

    long budgetBytes() {
        return budgetMb * 1_000_000L;
    }
}
