-- A word of a title leads to the matter its concern is linked to, so that a search walks one index,
-- newest first, and stops at the end of its page however common the word is.
UPDATE matter_words
SET matter = (SELECT m.linked_into FROM matters m WHERE m.id = matter_words.matter)
WHERE matter IN (SELECT id FROM matters WHERE linked_into IS NOT NULL);

-- What is open in a stage, by its last change: little, however much is filed away.
CREATE INDEX matters_open_by_touch ON matters (stage, touched_at, id)
    WHERE stage NOT IN ('declined', 'closed', 'archived', 'withdrawn', 'terminated');
