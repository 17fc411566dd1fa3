# A document has no source digest.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE WHERE { <iccd-cric-23-l.7> unccd:sourceDigest ?digest }
