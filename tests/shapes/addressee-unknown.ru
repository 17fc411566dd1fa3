# An addressee is no concept.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p9/zh/s2> unccd:addressedTo ?old }
INSERT { <iccd-cric-23-l.7/p9/zh/s2> unccd:addressedTo <../vocab/agent/nobody> }
WHERE { <iccd-cric-23-l.7/p9/zh/s2> unccd:addressedTo ?old }
