// Range indexes for dates and types, full-text indexes for names, titles and evidence.
CREATE INDEX event_date IF NOT EXISTS FOR (n:Event) ON (n.valid_from);
CREATE INDEX event_type IF NOT EXISTS FOR (n:Event) ON (n.type);
CREATE INDEX stance_date IF NOT EXISTS FOR (n:Stance) ON (n.valid_from);
CREATE INDEX stance_position IF NOT EXISTS FOR (n:Stance) ON (n.position);
CREATE INDEX relation_type IF NOT EXISTS FOR (n:Relation) ON (n.type);
CREATE INDEX measure_indicator IF NOT EXISTS FOR (n:Measure) ON (n.indicator);
CREATE INDEX claim_said IF NOT EXISTS FOR (n:Claim) ON (n.said_on);
CREATE INDEX claim_kind IF NOT EXISTS FOR (n:Claim) ON (n.kind);
CREATE INDEX claim_status IF NOT EXISTS FOR (n:Claim) ON (n.status);
CREATE INDEX claim_recorded IF NOT EXISTS FOR (n:Claim) ON (n.recorded_at);
CREATE INDEX article_date IF NOT EXISTS FOR (n:Article) ON (n.published_on);
CREATE FULLTEXT INDEX actor_names IF NOT EXISTS FOR (n:Actor) ON EACH [n.name, n.names];
CREATE FULLTEXT INDEX article_titles IF NOT EXISTS FOR (n:Article) ON EACH [n.title];
CREATE FULLTEXT INDEX claim_evidence IF NOT EXISTS FOR (n:Claim) ON EACH [n.summary, n.quote];
