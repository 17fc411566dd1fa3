# One word of a quote is another.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p1/zh/s2> unccd:quote ?old }
INSERT { <iccd-cric-23-l.7/p1/zh/s2> unccd:quote ?new }
WHERE {
  <iccd-cric-23-l.7/p1/zh/s2> unccd:quote ?old .
  BIND (REPLACE(?old, "坚定", "坚实") AS ?new)
}
