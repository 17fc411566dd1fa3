# A quote has no language tag.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p16/zh/s1> unccd:quote ?old }
INSERT { <iccd-cric-23-l.7/p16/zh/s1> unccd:quote ?new }
WHERE {
  <iccd-cric-23-l.7/p16/zh/s1> unccd:quote ?old .
  BIND (STR(?old) AS ?new)
}
