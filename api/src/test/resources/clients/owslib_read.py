"""Reads the map, tile and feature services with OWSLib and prints what it saw as one JSON object."""

import json
import os

from owslib.ogcapi.features import Features
from owslib.wfs import WebFeatureService
from owslib.wms import WebMapService
from owslib.wmts import WebMapTileService

base = os.environ["URL"]
wms = WebMapService(base + "/wms", version="1.3.0")
shelter = wms["risk:shelter"]
west, south, east, north = shelter.boundingBoxWGS84
picture = wms.getmap(
    layers=["risk:admin_area", "risk:shelter"],
    srs="EPSG:4326",
    bbox=(west, south, east, north),
    size=(400, 400),
    format="image/png",
    transparent=True,
)
wfs = WebFeatureService(base + "/wfs", version="2.0.0")
everything = json.load(wfs.getfeature(typename=["risk:shelter"], outputFormat="application/json"))
first = json.load(wfs.getfeature(typename=["risk:shelter"], outputFormat="application/json", maxfeatures=5))
wmts = WebMapTileService(base + "/gwc/service/wmts")
tile = wmts.gettile(
    layer="risk:shelter", tilematrixset="EPSG:900913", tilematrix="EPSG:900913:9", row=214, column=426, format="image/png"
)
api = Features(base + "/ogc/features/v1")
print(
    json.dumps(
        {
            "wms_layers": sorted(wms.contents),
            "map_type": picture.info()["Content-Type"].split(";")[0],
            "map_bytes": len(picture.read()),
            "shelters": len(everything["features"]),
            "first": len(first["features"]),
            "wmts_layers": sorted(wmts.contents),
            "tile_type": tile.info()["Content-Type"].split(";")[0],
            "tile_starts": tile.read()[1:4].decode("ascii"),
            "api_collections": sorted(api.feature_collections()),
            "api_shelters": api.collection_items("risk:shelter", limit=3)["numberMatched"],
            "columns": sorted(wfs.get_schema("risk:shelter")["properties"]),
        }
    )
)
