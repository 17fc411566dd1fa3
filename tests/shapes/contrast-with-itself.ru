# A statement contrasts with itself.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA { <iccd-cric-23-l.7/p13/zh/s3> unccd:contrastsWith <iccd-cric-23-l.7/p13/zh/s3> }
