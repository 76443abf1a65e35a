"""Reads the map and feature services with OWSLib and prints what it saw as one JSON object."""

import json
import os

from owslib.wfs import WebFeatureService
from owslib.wms import WebMapService

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
print(
    json.dumps(
        {
            "wms_layers": sorted(wms.contents),
            "map_type": picture.info()["Content-Type"].split(";")[0],
            "map_bytes": len(picture.read()),
            "shelters": len(everything["features"]),
            "first": len(first["features"]),
            "columns": sorted(wfs.get_schema("risk:shelter")["properties"]),
        }
    )
)
