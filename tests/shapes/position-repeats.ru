# Two paragraphs have the same position.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p15> unccd:position ?old }
INSERT { <iccd-cric-23-l.7/p15> unccd:position 14 }
WHERE { <iccd-cric-23-l.7/p15> unccd:position ?old }
