# Start and end of a content are exchanged.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p3/zh/s2> unccd:contentStart ?start ; unccd:contentEnd ?end }
INSERT { <iccd-cric-23-l.7/p3/zh/s2> unccd:contentStart ?end ; unccd:contentEnd ?start }
WHERE { <iccd-cric-23-l.7/p3/zh/s2> unccd:contentStart ?start ; unccd:contentEnd ?end }
