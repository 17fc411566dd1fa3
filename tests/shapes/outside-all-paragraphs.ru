# A statement stands in no paragraph.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE WHERE { <iccd-cric-23-l.7/p17/zh/s2> unccd:inParagraph ?paragraph }
