# A condition stands nowhere in the quote.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA { <iccd-cric-23-l.7/p14/zh/s1> unccd:condition "在可能的情况下"@zh }
