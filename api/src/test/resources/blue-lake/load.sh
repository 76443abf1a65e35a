#!/bin/bash
# Fills schema cite of a PostGIS with Blue Lake. usage: load.sh HOST PORT DB USER SHAPEFILES   (PGPASSWORD)
set -eu
host=$1 port=$2 db=$3 user=$4 shapefiles=$5
psql -qX -h "$host" -p "$port" -d "$db" -U "$user" -v ON_ERROR_STOP=1 -c 'create extension if not exists postgis' -c 'drop schema if exists cite cascade' -c 'create schema cite'
for layer in Autos BasicPolygons Bridges BuildingCenters Buildings DividedRoutes Forests Lakes MapNeatline NamedPlaces Ponds RoadSegments Streams; do
    # the data are in degrees near 0, 0, whatever their .prj says
    ogr2ogr -q -f PostgreSQL "PG:host=$host port=$port dbname=$db user=$user" "$shapefiles/$layer.shp" \
        -nln "cite.${layer,,}" -a_srs EPSG:4326 -nlt PROMOTE_TO_MULTI -lco GEOMETRY_NAME=the_geom -lco FID=gid -lco LAUNDER=NO
done
