# A statement has two acts.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA { <iccd-cric-23-l.7/p4/zh/s1> unccd:act <../vocab/act/note> }
