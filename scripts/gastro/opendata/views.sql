-- First questions, answered by a view each: SELECT * FROM sweets_by_tie;

CREATE VIEW sweets_by_tie AS
SELECT term.id AS tie, term.label_th AS tie_th, term.label_en AS tie_en, count(sweet.id) AS sweets
FROM vocabulary AS term LEFT JOIN desserts AS sweet ON sweet.tie = term.id
WHERE term.vocabulary = 'ties'
GROUP BY term.id ORDER BY term.position;

CREATE VIEW producers_by_district AS
SELECT place.id AS district, place.name_th AS district_th, place.name_en AS district_en, count(producer.id) AS producers
FROM places AS place LEFT JOIN producers AS producer ON producer.district = place.id
WHERE place.kind = 'district'
GROUP BY place.id ORDER BY producers DESC, place.id;

CREATE VIEW who_makes_what AS
SELECT sweet.id AS sweet, sweet.name_th AS sweet_th, sweet.name_en AS sweet_en,
       producer.id AS producer, producer.name_th AS producer_th, producer.name_en AS producer_en
FROM producers__desserts AS made
JOIN desserts AS sweet ON sweet.id = made.value
JOIN producers AS producer ON producer.id = made.of_id
ORDER BY sweet.id, producer.id;

CREATE VIEW statements AS
SELECT claim.id, record.kind, record.name_th, record.name_en, claim.field, claim.confidence, claim.standing,
       (SELECT group_concat(value, '; ') FROM
         (SELECT value FROM claims__sources WHERE of_id = claim.id ORDER BY position)) AS sources,
       passage.text_th, passage.text_en
FROM claims AS claim
JOIN records AS record ON record.address = claim.record
LEFT JOIN passages AS passage ON passage.claim = claim.id;

CREATE VIEW most_cited_sources AS
SELECT source.id AS source, source.title, source.url, count(*) AS statements, count(DISTINCT claim.record) AS records
FROM claims__sources AS cited
JOIN claims AS claim ON claim.id = cited.of_id
JOIN sources AS source ON source.id = cited.value
GROUP BY source.id ORDER BY statements DESC, source.id;
