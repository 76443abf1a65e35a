package org.riskmap.demo;

/** Everything that one seed and scale give, worked out; what is left is to write it down. */
final class DemoLand {

    final DemoSettings settings;
    final Landscape land;
    final Counties counties;
    final Sites sites;
    final Places places;
    final Rivers rivers;
    final RoadLines roads;

    DemoLand(DemoSettings settings) {
        this(settings, Landscape.of(settings));
    }

    DemoLand(DemoSettings settings, Landscape land) {
        this.settings = settings;
        long seed = settings.seed();
        this.land = land;
        this.counties = Counties.on(land, settings);
        this.sites = new Sites(land, counties, seed);
        this.places = Places.on(land, counties, sites, seed);
        this.rivers = new Rivers(land, counties, seed);
        this.roads = new RoadLines(new RoadPlan(land, counties, places, seed), rivers);
    }
}
