# A cue carries the tag of another language.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p13/zh/s2> unccd:cue ?old }
INSERT { <iccd-cric-23-l.7/p13/zh/s2> unccd:cue "指出"@en }
WHERE { <iccd-cric-23-l.7/p13/zh/s2> unccd:cue ?old }
