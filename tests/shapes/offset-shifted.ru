# The start of a quote is off by one.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p15/zh/s1> unccd:quoteStart ?old }
INSERT { <iccd-cric-23-l.7/p15/zh/s1> unccd:quoteStart 1 }
WHERE { <iccd-cric-23-l.7/p15/zh/s1> unccd:quoteStart ?old }
