# Two statements of a paragraph have the same order.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p7/zh/s3> unccd:order ?old }
INSERT { <iccd-cric-23-l.7/p7/zh/s3> unccd:order 2 }
WHERE { <iccd-cric-23-l.7/p7/zh/s3> unccd:order ?old }
