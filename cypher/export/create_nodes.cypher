// A line of the Cypher script: what stands for $labels and $rows is put in, safely quoted.
UNWIND $rows AS row CREATE (n:$labels) SET n = row;
