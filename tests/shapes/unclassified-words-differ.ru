# An unclassified span does not hold the words at its offsets.
BASE <https://w3id.org/unccd-kg/doc/>
PREFIX unccd: <https://w3id.org/unccd-kg/ontology#>

INSERT DATA {
  <iccd-cric-23-l.7/p1/zh/u1> a unccd:UnclassifiedSpan ;
    unccd:inParagraph <iccd-cric-23-l.7/p1> ;
    unccd:order 1 ;
    unccd:quote "缔约方"@zh ;
    unccd:quoteStart 0 ;
    unccd:quoteEnd 3 .
}
