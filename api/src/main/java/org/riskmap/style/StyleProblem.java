package org.riskmap.style;

/**
 * Something in a document that was not understood and is not drawn; the rest of the style is.
 *
 * @param line counted from 1
 * @param element its name
 * @param what is wrong with it
 */
public record StyleProblem(int line, String element, String what) {}
