# A statement has two of the six classes.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA { <iccd-cric-23-l.7/p12/zh/s5> a unccd:Decision }
