# The type of a document is no concept.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7> unccd:documentType ?old }
INSERT { <iccd-cric-23-l.7> unccd:documentType <../vocab/document-type/poem> }
WHERE { <iccd-cric-23-l.7> unccd:documentType ?old }
