package org.riskmap.catalog;

/**
 * Something in the directory that is not served.
 *
 * @param file below the directory
 * @param line counted from 1; 0 where it concerns the whole file
 * @param element XML element or layer that is concerned
 * @param what is wrong
 * @param remedy what to do
 */
public record Defect(String file, int line, String element, String what, String remedy) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + " <" + element + ">: " + what + "; " + remedy;
    }
}
