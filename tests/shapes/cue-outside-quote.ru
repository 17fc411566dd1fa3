# A cue stands where its offsets say, but in another statement.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

DELETE { <iccd-cric-23-l.7/p12/zh/s2> unccd:cue ?cue ; unccd:cueStart ?start ; unccd:cueEnd ?end }
INSERT { <iccd-cric-23-l.7/p12/zh/s2> unccd:cue "建议"@zh ; unccd:cueStart 111 ; unccd:cueEnd 113 }
WHERE { <iccd-cric-23-l.7/p12/zh/s2> unccd:cue ?cue ; unccd:cueStart ?start ; unccd:cueEnd ?end }
