# A group stands where a theme should.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA { <iccd-cric-23-l.7/p10/zh/s1> unccd:theme <../vocab/group/sids> }
