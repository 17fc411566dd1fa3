# A document is mentioned and not described.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA { <iccd-cric-23-l.7/p7/zh/s1> unccd:mentions <iccd-cop-99-1> }
