# A statement has none of the six classes.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE DATA { <iccd-cric-23-l.7/p8/zh/s5> a unccd:Request }
