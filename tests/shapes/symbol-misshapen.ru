# A symbol does not look like one.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7> unccd:symbol ?old }
INSERT { <iccd-cric-23-l.7> unccd:symbol "ICCD CRIC 23 L 7" }
WHERE { <iccd-cric-23-l.7> unccd:symbol ?old }
