# A statement that emphasizes is an appraisal.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p8/zh/s3> a unccd:Observation }
INSERT { <iccd-cric-23-l.7/p8/zh/s3> a unccd:Appraisal }
WHERE { <iccd-cric-23-l.7/p8/zh/s3> a unccd:Observation }
