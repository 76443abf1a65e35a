"""Opens the services' layers in QGIS without a screen and prints what QGIS saw as one JSON object.

Environment: URL (of .../geoserver), FOLDER (for the pictures and QGIS's own settings).
"""

import json
import os
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"
folder = os.environ["FOLDER"]
os.environ["HOME"] = os.environ["QGIS_CUSTOM_CONFIG_PATH"] = os.environ["XDG_RUNTIME_DIR"] = folder

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

base = os.environ["URL"]
application = QgsApplication([], False)
application.initQgis()


def wms():
    source = (
        "contextualWMSLegend=0&crs=EPSG:4326&format=image/png&layers=risk:one_map&styles="
        f"&version=1.3.0&url={base}/wms"
    )
    return QgsRasterLayer(source, "wms", "wms")


def wmts():
    address = base + "/gwc/service/wmts?SERVICE%3DWMTS%26REQUEST%3DGetCapabilities"
    source = (
        "crs=EPSG:3857&format=image/png&layers=risk:one_map&styles="
        f"&tileMatrixSet=EPSG:900913&url={address}"
    )
    return QgsRasterLayer(source, "wmts", "wms")


def wfs():
    source = f"pagingEnabled='true' srsname='EPSG:4490' typename='risk:shelter' url='{base}/wfs' version='2.0.0'"
    return QgsVectorLayer(source, "wfs", "WFS")


def oapif():
    source = f"typename='risk:shelter' url='{base}/ogc/features/v1'"
    return QgsVectorLayer(source, "oapif", "OAPIF")


def picture(layer):
    """How many colours the layer has, drawn over the county."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    system = layer.crs()
    settings.setDestinationCrs(system)
    county = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), system, QgsProject.instance()
    ).transformBoundingBox(extent)
    settings.setExtent(county)
    settings.setOutputSize(QSize(400, 300))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(os.path.join(folder, layer.name() + ".png"))
    colours = {image.pixel(x, y) for x in range(0, 400, 2) for y in range(0, 300, 2)}
    return len(colours), [str(error.message) for error in job.errors()]


def features(layer):
    """Its features as QGIS read them: number, one name by id, and where that one stands."""
    by_id = {feature["id"]: feature for feature in layer.getFeatures()}
    first = by_id[min(by_id)]
    point = first.geometry().asPoint()
    return {
        "count": len(by_id),
        "id": first["id"],
        "name": first["name"],
        "x": point.x(),
        "y": point.y(),
        "fields": [field.name() for field in layer.fields()],
        "types": {field.name(): field.typeName() for field in layer.fields()},
    }


read = {"version": Qgis.version()}
vectors = [wfs(), oapif()]
extent = vectors[0].extent()
for layer in vectors + [wms(), wmts()]:
    began = time.monotonic()
    seen = {"valid": layer.isValid(), "error": layer.error().message(), "system": layer.crs().authid()}
    if layer.isValid():
        seen["colours"], seen["errors"] = picture(layer)
        if isinstance(layer, QgsVectorLayer):
            seen.update(features(layer))
    seen["seconds"] = round(time.monotonic() - began, 1)
    read[layer.name()] = seen
print("READ " + json.dumps(read))
del vectors, layer
application.exitQgis()
