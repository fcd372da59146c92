-- A unit's matters of one stage, by due moment and by last change: what is filed away is most of
-- them, and what is open stands at the other end.
ALTER TABLE assignments ADD COLUMN matter_stage TEXT NOT NULL DEFAULT 'registered';

UPDATE assignments
SET matter_stage = (SELECT m.stage FROM matters m WHERE m.id = assignments.matter);

CREATE INDEX assignments_by_unit_stage_due
    ON assignments (unit, matter_stage, matter_due_at, matter);
CREATE INDEX assignments_by_unit_stage_touch
    ON assignments (unit, matter_stage, matter_touched_at, matter);
