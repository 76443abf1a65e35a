package org.riskmap.kernel;

/**
 * Something a caller gave that cannot be used. It names the input, says what is wrong with it and what would be right;
 * services turn it into their own kind of error, never into a server fault.
 */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String input;
    private final String problem;
    private final String remedy;

    /**
     * @param input the parameter, field or file, as the caller wrote it: {@code distances[1]}
     * @param problem what is wrong: {@code -5 is negative}
     * @param remedy what to do: {@code give metres, ascending, from 0 to 100000}
     */
    public InvalidInput(String input, String problem, String remedy) {
        super(input + ": " + problem + "; " + remedy);
        this.input = input;
        this.problem = problem;
        this.remedy = remedy;
    }

    public String input() {
        return input;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
