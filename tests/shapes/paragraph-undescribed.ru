# A statement stands in a paragraph that does not exist.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p18/zh/s2> unccd:inParagraph ?old }
INSERT { <iccd-cric-23-l.7/p18/zh/s2> unccd:inParagraph <iccd-cric-23-l.7/p99> }
WHERE { <iccd-cric-23-l.7/p18/zh/s2> unccd:inParagraph ?old }
