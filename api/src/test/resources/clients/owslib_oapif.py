"""Reads the feature API with OWSLib and prints what it saw as JSON. In: URL, FILTER."""

import json
import os

from owslib.ogcapi.features import Features

api = Features(os.environ["URL"])
page = api.collection_items("risk:shelter", limit=7, bbox=[119.5, 27.4, 119.8, 27.7])
filtered = api.collection_items("risk:shelter", limit=1000, filter=os.environ["FILTER"])
one = api.collection_item("risk:shelter", page["features"][0]["id"])
print(
    json.dumps(
        {
            "collections": api.feature_collections(),
            "conforms": api.conformance()["conformsTo"],
            "paths": list(api.api()["paths"]),
            "queryables": list(api.collection_queryables("risk:shelter")["properties"]),
            "matched": page["numberMatched"],
            "returned": page["numberReturned"],
            "filtered": [feature["properties"]["id"] for feature in filtered["features"]],
            "one": one["id"],
            "first": page["features"][0]["id"],
        }
    )
)
