# A statement has no speaker.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE WHERE { <iccd-cric-23-l.7/p3/zh/s1> unccd:speaker ?speaker }
