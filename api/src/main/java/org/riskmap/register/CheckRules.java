package org.riskmap.register;

import java.time.LocalDate;

/**
 * By what it is checked.
 *
 * @param grades of danger
 * @param pointReachM within which a point threatens people
 * @param lineReachM within which a line does
 * @param outsideZoneM how far a point may lie from the zone that it belongs to
 * @param tolerance share of the registered persons by which a count may differ without notice
 * @param day on which treatment may be overdue
 */
public record CheckRules(
        Grades grades, double pointReachM, double lineReachM, double outsideZoneM, double tolerance, LocalDate day) {}
