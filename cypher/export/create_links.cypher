// A line of the Cypher script: what stands for $source, $type, $target and $rows is put in, safely quoted.
UNWIND $rows AS row MATCH (a:$source {id: row.a}) MATCH (b:$target {id: row.b}) CREATE (a)-[r:$type]->(b) SET r = row.p;
