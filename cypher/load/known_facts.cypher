// Which of these facts the graph has; one that is only the target of a stance has no kind yet and counts as absent.
UNWIND $given.ids AS id
MATCH (f:Fact {id: id}) USING INDEX SEEK f:Fact(id)
WHERE f:Event OR f:Stance OR f:Relation OR f:Measure
RETURN collect(id) AS ids
