# The text of a paragraph carries the tag of another language.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p10> unccd:text ?old }
INSERT { <iccd-cric-23-l.7/p10> unccd:text ?new }
WHERE {
  <iccd-cric-23-l.7/p10> unccd:text ?old .
  BIND (STRLANG(STR(?old), "en") AS ?new)
}
