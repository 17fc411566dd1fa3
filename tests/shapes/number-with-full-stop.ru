# A number is written with its full stop.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p6> unccd:number ?old }
INSERT { <iccd-cric-23-l.7/p6> unccd:number "6." }
WHERE { <iccd-cric-23-l.7/p6> unccd:number ?old }
