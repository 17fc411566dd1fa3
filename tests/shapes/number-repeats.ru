# Two paragraphs have the same number.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p18> unccd:number ?old }
INSERT { <iccd-cric-23-l.7/p18> unccd:number "17" }
WHERE { <iccd-cric-23-l.7/p18> unccd:number ?old }
