# The speaker is no concept.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p5/zh/s1> unccd:speaker ?old }
INSERT { <iccd-cric-23-l.7/p5/zh/s1> unccd:speaker <../vocab/agent/somebody> }
WHERE { <iccd-cric-23-l.7/p5/zh/s1> unccd:speaker ?old }
