# The statements of a paragraph are counted 1, 2, 4.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p16/zh/s3> unccd:order ?old }
INSERT { <iccd-cric-23-l.7/p16/zh/s3> unccd:order 4 }
WHERE { <iccd-cric-23-l.7/p16/zh/s3> unccd:order ?old }
