# A statement contrasts with one of another paragraph.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p2/zh/s3> unccd:contrastsWith ?old }
INSERT { <iccd-cric-23-l.7/p2/zh/s3> unccd:contrastsWith <iccd-cric-23-l.7/p1/zh/s1> }
WHERE { <iccd-cric-23-l.7/p2/zh/s3> unccd:contrastsWith ?old }
