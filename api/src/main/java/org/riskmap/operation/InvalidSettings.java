package org.riskmap.operation;

import java.util.List;
import java.util.stream.Collectors;
import org.riskmap.kernel.InvalidInput;

/** Settings that the service cannot start with: all that are wrong, not only the first. */
final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidInput> wrong;

    InvalidSettings(List<InvalidInput> wrong) {
        super(wrong.stream().map(InvalidInput::getMessage).collect(Collectors.joining(System.lineSeparator())));
        this.wrong = List.copyOf(wrong);
    }

    List<InvalidInput> wrong() {
        return wrong;
    }
}
