# A request has a modality.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA { <iccd-cric-23-l.7/p11/zh/s6> unccd:modality <../vocab/modality/need> }
